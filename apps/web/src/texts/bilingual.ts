/** Texts by key; a group of texts has keys of its own. */
export type Texts = { readonly [key: string]: string | Texts };

type SameKeys<T extends Texts> = { readonly [K in keyof T]: T[K] extends Texts ? SameKeys<T[K]> : string };

/** The texts of one page in both languages, side by side: a key that one of them lacks does not compile. */
export const bilingual = <const T extends Texts>(texts: Readonly<{ en: T; zh: SameKeys<T> }>) => texts;
