/** What a personal text reads as once it is erased. A personal list reads as empty. */
export const ERASED = 'erased';

type TextKey<D> = {
  [K in keyof D & string]: NonNullable<D[K]> extends string | readonly object[] ? K : never;
}[keyof D & string];

type NestedKey<D> = {
  [K in keyof D & string]: NonNullable<D[K]> extends string | readonly unknown[]
    ? never
    : NonNullable<D[K]> extends object
      ? `${K}.${TextKey<NonNullable<D[K]>>}`
      : never;
}[keyof D & string];

/** A field of an event's data that can be erased: a text or a list, also one level deeper (`contact.email`). */
type ErasableField<D> = TextKey<D> | NestedKey<D>;

/** Any union of events. */
type Typed = Readonly<{ type: string; data: unknown }>;

type DataOf<E extends Typed, T extends E['type']> = Extract<E, { type: T }>['data'];

/**
 * What of an event is personal. `subject` is the field with the id of the person's record, whose key encrypts
 * `fields` in the log: once that key is destroyed, they read as erased.
 */
export type Personal<D> = Readonly<{ subject: TextKey<D>; fields: readonly ErasableField<D>[] }>;

/** Personal data by event. An event that is not listed has none. */
export type PersonalData<E extends Typed> = { readonly [T in E['type']]?: Personal<DataOf<E, T>> };
