/**
 * Text as the database keeps it. The driver cuts text at a NUL, so NUL becomes 01 01 and 01 becomes 01 02: reversible,
 * and the order stays that of the code points.
 */
export const storedText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what is escaped
  /[\0\u0001]/.test(text) ? text.replaceAll('\u0001', '\u0001\u0002').replaceAll('\0', '\u0001\u0001') : text;

/** The text that `storedText` was given. */
export const textOf = (stored: string): string =>
  stored.includes('\u0001')
    ? // biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what was escaped
      stored.replace(/\u0001([\u0001\u0002])/g, (_, code: string) => (code === '\u0001' ? '\0' : '\u0001'))
    : stored;
