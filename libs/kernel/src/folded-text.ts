/** Letters that Unicode does not take apart into a plain one and an accent, and the two small sigmas. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', þ: 'th', ς: 'σ' },
};

/**
 * The text without case, accents (of Latin, Greek and Cyrillic letters) and full width, so that what people hold for the
 * same word is the same: `Société` and `SOCIETE`, `Łódź` and `lodz`. Whatever the collations of a store.
 */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðħıłþς]/g, (letter) => UNDIVIDED[letter] ?? letter);

/**
 * The folded text as words with one space between: other characters part words, but for dots and apostrophes, which are
 * left out (`O'Neil & Co.` is `oneil co`). Of a text without letters and digits: itself, folded.
 */
export const foldedWords = (text: string): string => {
  const folded = foldedText(text);
  const words = folded
    .replace(/['’`´.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? folded.trim() : words;
};
