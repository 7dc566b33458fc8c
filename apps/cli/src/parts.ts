/** What runs as one process, or each as one of its own. */
export type Part = 'api' | 'projector' | 'worker';
export const PARTS: readonly Part[] = ['api', 'projector', 'worker'];
