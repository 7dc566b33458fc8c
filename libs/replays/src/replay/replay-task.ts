import type { Json } from '#kernel/json.js';

/** What a column holds: text, whole numbers, numbers, or JSON as text. Each may be null. */
export type ColumnType = 'text' | 'integer' | 'number' | 'json';
export type Column = Readonly<{ name: string; type: ColumnType }>;

/** A line of the result, by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Some lines of the result, and from where to go on behind them. */
export type Page = Readonly<{ rows: readonly Row[]; next: Json; done: number }>;

/** What a replay does, a page at a time. Begun again from a page's `next`, it gives the same pages that came behind it. */
export type ReplayTask = Readonly<{
  columns: readonly Column[];
  /** How many units make it up, as `Page.done` counts them; null: not known. */
  total: number | null;
  unit: string;
  /** @param from the `next` of the last page that is kept; null at the beginning */
  pages: (from: Json, signal: AbortSignal) => AsyncIterable<Page>;
}>;
