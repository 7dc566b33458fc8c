import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROW_FAULTS, ROW_REMARKS } from '#interchange/rows/row-faults.js';
import { root } from '../architecture/repository.js';

type Texts = { readonly [key: string]: string | Texts };
type Page = Readonly<{ en: Texts; zh: Texts }>;

const web = join(root, 'apps/web/src');

/** The texts of every page, from their sources: the program that is tested otherwise knows nothing of the dashboard. */
const catalogue = await Promise.all(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.texts.ts'))
    .map(async (path): Promise<readonly [string, Page]> => {
      const texts = Object.values((await import(join(web, path))) as Readonly<Record<string, Page>>)[0];
      if (texts === undefined) throw new Error(`${path} exports no texts`);
      return [path, texts];
    }),
);

/** Each text under its whole key. */
const flat = (texts: Texts, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${prefix}${key}`, text] as const] : flat(text, `${prefix}${key}.`),
  );

const slots = (text: string): readonly string[] =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? '').sort();

it.each(catalogue)('%s: both languages have the same texts, with the same gaps to fill', (_, page) => {
  const [english, chinese] = [flat(page.en), flat(page.zh)];
  expect(chinese.map(([key]) => key)).toEqual(english.map(([key]) => key));
  expect(chinese.map(([key, text]) => [key, slots(text)])).toEqual(english.map(([key, text]) => [key, slots(text)]));
});

it('whatever an import tells of a row has a text, which fills no gap that the import leaves', () => {
  const [, texts] = catalogue.find(([path]) => path.endsWith('row.texts.ts')) ?? [];
  for (const [code, told] of Object.entries({ ...ROW_FAULTS, ...ROW_REMARKS })) {
    const text = texts?.en[code];
    expect(text, code).toBeTypeOf('string');
    expect(slots(told), code).toEqual(expect.arrayContaining([...slots(String(text))]));
  }
});

it('no text is empty, and Chinese ones are Chinese', () => {
  const pages = catalogue.map(([, page]) => page);
  expect(pages.flatMap(({ en, zh }) => [...flat(en), ...flat(zh)]).filter(([, text]) => text.trim() === '')).toEqual(
    [],
  );
  // Names of formats, programs and commands are the same everywhere.
  const untranslated = pages
    .flatMap(({ zh }) => flat(zh))
    .filter(([, text]) => !/\p{Script=Han}/u.test(text) && !/^(CSV|npx annals .*)$/.test(text));
  expect(untranslated.map(([key]) => key)).toEqual([]);
});
