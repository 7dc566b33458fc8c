import { foldedText, foldedWords } from '#kernel/folded-text.js';
import { withoutLegalForm } from './legal-forms.js';

/** Whom somebody writes of: a name, and how to reach their people. */
export type Identity = Readonly<{
  name: string | null;
  contacts: readonly Readonly<{ email: string | null; phone: string | null }>[];
}>;

/** An identity by what two spellings of it have in common. */
export type MatchKeys = Readonly<{
  /** Null: there is no name. */
  name: string | null;
  emails: readonly string[];
  phones: readonly string[];
  /** Of e-mail addresses, but for those where anybody may have one. */
  domains: readonly string[];
}>;

/** Whoever has an address there has nothing else in common. */
const ANYBODYS = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.de', 'gmx.net'],
  ...['web.de', 't-online.de', 'freenet.de', 'mail.com', 'mail.ru', 'yandex.ru', 'zoho.com', 'fastmail.com'],
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'libero.it', 'btinternet.com', 'comcast.net'],
  ...['qq.com', '163.com', '126.com', 'sina.com', 'sohu.com', 'foxmail.com', 'naver.com', 'hotmail.co.uk'],
  ...['yahoo.co.uk', 'yahoo.co.jp', 'yahoo.de', 'yahoo.fr', 'hotmail.fr', 'hotmail.de', 'outlook.de', 'live.de'],
]);

/** Shorter numbers are extensions; longer ones may begin with a country, an area or a zero. */
const [LEAST_DIGITS, COMPARED_DIGITS] = [7, 9];

export const matchKeysOf = ({ name, contacts }: Identity): MatchKeys => {
  const emails = unique(contacts.map(({ email }) => emailKey(email)));
  return {
    name: name === null ? null : nameKey(name),
    emails,
    phones: unique(contacts.map(({ phone }) => phoneKey(phone))),
    domains: unique(emails.map(domainKey)),
  };
};

/** Without case, accents, punctuation, spaces and legal form: `The Acme Co., Inc.` and `ACME` are one. */
const nameKey = (name: string): string | null => {
  const words = foldedWords(name)
    .split(' ')
    .filter((word) => word !== 'and');
  const [first, ...others] = words;
  const key = withoutLegalForm(first === 'the' && others.length > 0 ? others : words).join('');
  return key === '' ? null : key;
};

const emailKey = (email: string | null): string | null => {
  const key = foldedText(email ?? '').trim();
  return /^[^@\s]+@[^@\s]+$/.test(key) ? key : null;
};

const domainKey = (email: string): string | null => {
  const domain = email.slice(email.indexOf('@') + 1);
  return ANYBODYS.has(domain) ? null : domain;
};

/** The last nine digits: `+49 30 1234567` and `030 / 123 45 67` are one. */
const phoneKey = (phone: string | null): string | null => {
  const digits = (phone ?? '')
    .normalize('NFKC')
    .replace(/\(0\)|\D/g, '')
    .replace(/^0+/, '');
  return digits.length < LEAST_DIGITS ? null : digits.slice(-COMPARED_DIGITS);
};

const unique = (keys: readonly (string | null)[]): readonly string[] => [
  ...new Set(keys.filter((key) => key !== null)),
];
