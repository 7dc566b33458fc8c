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

  add({ start, end, entry, exit, moved, growth }: DealChange): void {
    if (start !== null) this.step('start', start);
    if (entry !== null) this.step(entry, moved);
    if (growth > 0) this.step('increased', growth);
    if (growth < 0) this.step('decreased', -growth);
    if (exit !== null) this.step(exit, moved);
    if (end !== null) this.step('end', end);
  }

  private step(row: WaterfallRow, amount: number): void {
    const step = this.steps[row];
    step.deals += 1;
    step.amount += amount;
  }

  get rows(): Readonly<Record<WaterfallRow, WaterfallStep>> {
    return this.steps;
  }
}

/** The steps that the deal is in. */
export const rowsOf = ({ start, end, entry, exit, growth }: DealChange): readonly WaterfallRow[] => [
  ...(start === null ? [] : ['start' as const]),
  ...(entry === null ? [] : [entry]),
  ...(growth > 0 ? ['increased' as const] : []),
  ...(growth < 0 ? ['decreased' as const] : []),
  ...(exit === null ? [] : [exit]),
  ...(end === null ? [] : ['end' as const]),
];

/** Whether the deal is in the step. */
export const isInRow = ({ start, end, entry, exit, growth }: DealChange, row: WaterfallRow): boolean => {
  if (row === 'start') return start !== null;
  if (row === 'end') return end !== null;
  if (row === 'increased') return growth > 0;
  return row === 'decreased' ? growth < 0 : row === entry || row === exit;
};
