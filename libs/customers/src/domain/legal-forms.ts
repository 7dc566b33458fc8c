/** What stands behind (or, in Japanese, before) the name of a company for its legal form, as folded words. */
const FORMS: ReadonlySet<string> = new Set([
  ...[
    'inc',
    'incorporated',
    'corp',
    'corporation',
    'co',
    'company',
    'ltd',
    'limited',
    'llc',
    'llp',
    'lp',
    'plc',
    'pllc',
  ],
  ...['gmbh', 'mbh', 'ggmbh', 'ag', 'kg', 'kgaa', 'ohg', 'gbr', 'ug', 'ek', 'ev', 'eg', 'se', 'haftungsbeschrankt'],
  ...['sa', 'sas', 'sasu', 'sarl', 'eurl', 'sl', 'slu', 'sau', 'spa', 'srl', 'sapa', 'snc', 'lda', 'ltda', 'eireli'],
  ...['bv', 'nv', 'vof', 'bvba', 'ab', 'as', 'asa', 'aps', 'oy', 'oyj', 'hf', 'ehf', 'sro', 'doo', 'dd', 'kft', 'zrt'],
  ...['pty', 'pte', 'sdn', 'bhd', 'kk', 'pvt', 'spzoo', 'ooo', 'oao', 'zao', 'ооо', 'оао', 'зао', 'ао', 'ип'],
]);

/** `sp z o o`. */
const MOST_WORDS = 4;

/** They stand at the name without a space. */
const JOINED = ['股份有限公司', '有限责任公司', '有限公司', '株式会社', '有限会社', '合同会社', '주식회사'].map(
  (form) => form.normalize('NFKD'),
);

/**
 * The folded words of a company's name without those of its legal form, of which there may be several (`gmbh co kg`) and
 * which may be spelt out letter by letter (`s a r l`). A name that is nothing else stays as it is.
 */
export const withoutLegalForm = (words: readonly string[]): readonly string[] => {
  let left = words;
  for (let size = formAtEnd(left); size > 0; size = formAtEnd(left)) left = left.slice(0, -size);
  return left.map(withoutJoinedForm);
};

/** How many words at the end are one legal form; 0: none, or nothing would be left. */
const formAtEnd = (words: readonly string[]): number => {
  for (let size = Math.min(MOST_WORDS, words.length - 1); size > 0; size -= 1) {
    if (FORMS.has(words.slice(-size).join(''))) return size;
  }
  return 0;
};

const withoutJoinedForm = (word: string): string => {
  for (const form of JOINED) {
    if (word.length > form.length && word.endsWith(form)) return word.slice(0, -form.length);
    if (word.length > form.length && word.startsWith(form)) return word.slice(form.length);
  }
  return word;
};
