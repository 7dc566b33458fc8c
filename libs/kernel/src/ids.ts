const ID = /^[A-Za-z0-9._~-]{1,64}$/;

/** Ids chosen by clients: up to 64 of `A-Za-z0-9._~-`. */
export const isId = (text: unknown): text is string => typeof text === 'string' && ID.test(text);
