export const ROLES = ['rep', 'manager', 'analyst', 'admin', 'reader'] as const;

/** A rep reads all and writes what is theirs, a manager writes for their teams, analyst and reader only read, admin does all. */
export type Role = (typeof ROLES)[number];

/** Who acts and is no rep: the admin token, and the software itself. */
const NOT_REPS: ReadonlySet<string> = new Set(['admin', 'system']);

/** Whether the id is of an actor who is no rep: no rep is hired under it. */
export const isNoRep = (actorId: string): boolean => NOT_REPS.has(actorId);

/** Who asks. `id` is the id of a rep, or `admin` (the admin token), or `system` (the software itself). */
export type Actor = Readonly<{ id: string; role: Role; onBehalfOf?: string }>;
