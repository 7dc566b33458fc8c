import { type DealChange, ENTRIES, EXITS } from './deal-change.js';

/** The steps of the waterfall, in the order in which they are shown. */
export const WATERFALL_ROWS = ['start', ...ENTRIES, 'increased', 'decreased', ...EXITS, 'end'] as const;
export type WaterfallRow = (typeof WATERFALL_ROWS)[number];

/** `amount` in minor units, never below 0 for growing and shrinking deals. */
export type WaterfallStep = Readonly<{ deals: number; amount: number }>;

/**
 * Adds up what deals did between two instants: start + created + reopened + transferred in + pulled in + increased −
 * decreased − pushed out − transferred out − won − lost = end. So do the numbers of deals, but for those that increased
 * or decreased, which stay.
 */
export class Waterfall {
  private readonly steps = Object.fromEntries(WATERFALL_ROWS.map((row) => [row, { deals: 0, amount: 0 }])) as Record<
    WaterfallRow,
    { deals: number; amount: number }
  >;

  add(change: DealChange): void {
    for (const [row, amount] of rowsOf(change)) {
      this.steps[row].deals += 1;
      this.steps[row].amount += amount;
    }
  }

  get rows(): Readonly<Record<WaterfallRow, WaterfallStep>> {
    return this.steps;
  }
}

/** The steps that the deal is in, with its part of their amounts. */
export const rowsOf = ({
  start,
  end,
  entry,
  exit,
  moved,
  growth,
}: DealChange): readonly (readonly [row: WaterfallRow, amount: number])[] => [
  ...(start === null ? [] : [['start', start] as const]),
  ...(entry === null ? [] : [[entry, moved] as const]),
  ...(growth > 0 ? [['increased', growth] as const] : []),
  ...(growth < 0 ? [['decreased', -growth] as const] : []),
  ...(exit === null ? [] : [[exit, moved] as const]),
  ...(end === null ? [] : [['end', end] as const]),
];
