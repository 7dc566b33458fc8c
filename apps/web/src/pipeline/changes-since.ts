/** What happened to a deal since a day, as the server says it. */
export type Mark = Readonly<{ kind: 'created' | 'moved' | 'changed' }>;

/** By deal. */
export type Marks = ReadonlyMap<string, Mark>;

export const NO_MARKS: Marks = new Map();
