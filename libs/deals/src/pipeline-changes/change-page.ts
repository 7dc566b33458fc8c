import { Largest } from '#kernel/largest.js';
import { InvalidCursor } from '#read-store/read-store.js';
import type { PipelineState } from './deal-change.js';
import type { WaterfallRow } from './waterfall.js';

/** A deal behind the waterfall, as it was at both instants; `size` is what it weighs in it, in minor units. */
export type ChangedDeal = Readonly<{
  id: string;
  size: number;
  rows: readonly WaterfallRow[];
  from: PipelineState | null;
  to: PipelineState;
}>;

const DEFAULT_LIMIT = 50;

/** A page of the deals, the largest first. The cursor names the last one shown of the page before. */
export class ChangePage {
  private readonly largest: Largest<ChangedDeal, Place>;
  private readonly limit: number;
  private readonly after: Place | null;

  /** @throws InvalidCursor */
  constructor({ limit = DEFAULT_LIMIT, cursor }: Readonly<{ limit?: number; cursor?: string }>) {
    this.limit = limit;
    this.after = cursor === undefined ? null : placeOf(cursor);
    // One more than is shown tells whether there is a next page.
    this.largest = new Largest(limit + 1, largestFirst);
  }

  /** Whether a deal of that size may be on the page. */
  wants(place: Place): boolean {
    return (this.after === null || largestFirst(place, this.after) > 0) && this.largest.wants(place);
  }

  add(deal: ChangedDeal): void {
    this.largest.add(deal);
  }

  get shown(): readonly ChangedDeal[] {
    return this.largest.items.slice(0, this.limit);
  }

  get next(): string | null {
    const last = this.shown.at(-1);
    return this.largest.items.length > this.limit && last ? `${last.size}.${last.id}` : null;
  }
}

type Place = Pick<ChangedDeal, 'size' | 'id'>;

const largestFirst = (a: Place, b: Place): number => b.size - a.size || (a.id < b.id ? -1 : Number(a.id > b.id));

const placeOf = (cursor: string): Place => {
  const match = /^(\d{1,16})\.(.+)$/.exec(cursor);
  if (!match) throw new InvalidCursor('An amount and the id of a deal are expected');
  return { size: Number(match[1]), id: match[2] ?? '' };
};
