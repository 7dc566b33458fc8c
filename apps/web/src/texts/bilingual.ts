import i18next from 'i18next';

/** Texts by key; a group of texts has keys of its own. */
export type Texts = { readonly [key: string]: string | Texts };

type SameKeys<T extends Texts> = { readonly [K in keyof T]: T[K] extends Texts ? SameKeys<T[K]> : string };

type Both<T extends Texts> = Readonly<{ en: T; zh: SameKeys<T> }>;

/** What has been loaded so far, by page. */
export const loaded = new Map<string, Both<Texts>>();

/**
 * The texts of one page in both languages, side by side: a key that one of them lacks does not compile. They come with
 * the page, which imports this file of its, and are used by `useTranslation('<page>')`.
 */
export const bilingual = <const T extends Texts>(page: string, texts: Both<T>): Both<T> => {
  loaded.set(page, texts as Both<Texts>);
  if (i18next.isInitialized) {
    i18next.addResourceBundle('en', page, texts.en);
    i18next.addResourceBundle('zh', page, texts.zh);
  }
  return texts;
};
