import type { Platform } from './platform.js';

/** Each registers the handler of one type of job. */
export const jobHandlers: readonly ((platform: Platform) => void)[] = [];
