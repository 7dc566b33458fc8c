/** How far an import or export is: `done` of `total` rows or events; `total` is null while nobody knows. */
export type Progress = Readonly<{ phase: string; done: number; total: number | null }>;

export type OnProgress = (progress: Progress) => void;
