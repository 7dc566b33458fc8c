export const ROLES = ['rep', 'manager', 'analyst', 'admin', 'reader'] as const;

/** A rep reads all and writes what is theirs, a manager writes for their teams, analyst and reader only read, admin does all. */
export type Role = (typeof ROLES)[number];

/** Who asks. `id` is the id of a rep, or `admin` (the admin token), or `system` (the software itself). */
export type Actor = Readonly<{ id: string; role: Role; onBehalfOf?: string }>;
