import { Largest } from '#kernel/largest.js';
import { InvalidCursor } from './read-store.js';

/** The order of a list of which pages are shown. No two items may be equal in it; `P` is what it looks at. */
export type PageOrder<P> = Readonly<{
  compare: (a: P, b: P) => number;
  /** Where an item stands in the order, as text. */
  cursorOf: (place: P) => string;
  /** What `cursorOf` made; null when it did not. */
  placeOf: (cursor: string) => P | null;
}>;

/** What is asked of a page; `limit` is 50 by default, `cursor` where the page before ended. */
export type PageAsked = Readonly<{ limit?: number; cursor?: string }>;

const DEFAULT_LIMIT = 50;

/**
 * A page of a list that is looked through in any order, without keeping what is not on the page. The cursor names the
 * last item shown, so that what comes and goes meanwhile shifts nothing.
 */
export class CursorPage<T extends P, P = T> {
  private readonly first: Largest<T, P>;
  private readonly after: P | null;
  private readonly limit: number;

  /** @throws InvalidCursor when the cursor is none of this order */
  constructor(
    private readonly order: PageOrder<P>,
    { limit = DEFAULT_LIMIT, cursor }: PageAsked,
  ) {
    this.limit = limit;
    this.after = cursor === undefined ? null : order.placeOf(cursor);
    if (cursor !== undefined && this.after === null) throw new InvalidCursor('The cursor is of no page of this list');
    // One more than is shown tells whether there is a next page.
    this.first = new Largest(limit + 1, order.compare);
  }

  /** Whether an item in this place may be on the page: so that it need not be made in vain. */
  wants(place: P): boolean {
    return (this.after === null || this.order.compare(place, this.after) > 0) && this.first.wants(place);
  }

  add(item: T): void {
    if (this.wants(item)) this.first.add(item);
  }

  /** In order. */
  get items(): readonly T[] {
    return this.first.items.slice(0, this.limit);
  }

  /** The cursor of the next page; null: this is the last one. */
  get next(): string | null {
    const last = this.items.at(-1);
    return this.first.items.length > this.limit && last !== undefined ? this.order.cursorOf(last) : null;
  }
}
