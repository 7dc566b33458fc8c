const ID = /^[A-Za-z0-9._~-]{1,64}$/;

/** In an address these two are steps from one folder to another, and never reach a record. */
const STEPS: readonly string[] = ['.', '..'];

/** Ids chosen by clients: up to 64 of `A-Za-z0-9._~-`, but neither `.` nor `..`. */
export const isId = (text: unknown): text is string =>
  typeof text === 'string' && ID.test(text) && !STEPS.includes(text);
