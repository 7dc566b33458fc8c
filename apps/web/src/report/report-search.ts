import { type PeriodSearch, periodSearchOf } from '../api/periods.js';

/**
 * What the page shows, in the address, so that it can be handed on. `all`: all time. `deals`: those behind `all`, behind a
 * `row` (of the group `of`, or of none) or behind one `within` it (`ofSecond`, or of none). `saved`: the saved report that it
 * began with. Whatever the API does not know it refuses, and the page says so.
 */
export type ReportSearch = PeriodSearch &
  Readonly<Partial<Record<(typeof TEXTS)[number], string | undefined>>> &
  Readonly<{ all?: boolean | undefined }>;

const TEXTS = [
  ...(['report', 'group', 'second', 'compare', 'measure', 'deals', 'of', 'ofSecond', 'saved'] as const),
  ...(['owner', 'team', 'region', 'product', 'model', 'source', 'industry', 'customer', 'process'] as const),
] as const;

export const reportSearchOf = (search: Readonly<Record<string, unknown>>): ReportSearch => ({
  ...periodSearchOf(search),
  ...(search.all === true && { all: true }),
  // What looks like a number is read as one.
  ...Object.fromEntries(
    TEXTS.filter((name) => search[name] !== undefined && search[name] !== '').map((name) => [
      name,
      String(search[name]),
    ]),
  ),
});
