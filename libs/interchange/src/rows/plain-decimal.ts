/**
 * The mark before the decimals in a file; `either`: it does not say, as files with semicolons or tabs from a spreadsheet,
 * which are written as whoever saved them is used to.
 */
export type DecimalMark = '.' | ',' | 'either';

const SPACES = /[\s\u00a0\u202f'’]/g;
const GROUPED = /^\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+$/;

/**
 * A number as people write it, with the marks for thousands left out and a point before the decimals: `1.234,50` is
 * `1234.50`. `unclear`: with either mark it is a number, and not the same: `1.234`. Null: it is none, in that writing.
 * With `.` nothing is left out: those files are as programs write them.
 */
export const plainDecimal = (text: string, mark: DecimalMark): string | 'unclear' | null => {
  if (mark === '.') return text;
  const [, sign = '', written = ''] = /^(-?)(.*)$/.exec(text) ?? [];
  if (!/^\d/.test(written)) return null;
  if (mark === ',') return signed(sign, read(written, ','));
  const [comma, point] = [read(written, ','), read(written, '.')];
  if (comma !== null && point !== null && !isSame(comma, point)) return 'unclear';
  return signed(sign, comma ?? point);
};

/** The number when `mark` stands before its decimals, and another mark, if any, between its thousands. */
const read = (written: string, mark: '.' | ','): string | null => {
  const parts = written.split(mark);
  const [whole = '', fraction = ''] = parts;
  if (parts.length > 2 || (parts.length === 2 && !/^\d+$/.test(fraction))) return null;
  const digits = /^\d+$/.test(whole) ? whole : groupedDigits(whole, mark);
  return digits === null ? null : fraction === '' ? digits : `${digits}.${fraction}`;
};

/** Groups of three, all parted by the same; no amount begins `0.`. */
const groupedDigits = (whole: string, mark: '.' | ','): string | null => {
  const parting = new Set(whole.replace(/\d/g, ''));
  if (parting.size !== 1 || parting.has(mark) || !GROUPED.test(whole) || whole.startsWith('0')) return null;
  return whole.replace(/[.,]/g, '').replace(SPACES, '');
};

const signed = (sign: string, digits: string | null): string | null => (digits === null ? null : `${sign}${digits}`);

const isSame = (a: string, b: string): boolean => Number(a) === Number(b);
