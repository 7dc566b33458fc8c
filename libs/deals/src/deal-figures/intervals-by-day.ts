import { Buckets } from './buckets.js';
import { dayOf } from './day-numbers.js';
import { IntList } from './int-list.js';

/** Beyond so many days an interval is not listed under each of them. */
const LONG_DAYS = 1_000;

/**
 * Finds the intervals that contain an instant. Each is listed under every UTC day that it touches; those without an
 * end, and the few very long ones, in one list. A question costs by the intervals around that day and by the lasting ones,
 * whatever else there was; after the last end, by the lasting ones alone.
 */
export class IntervalsByDay {
  private readonly days = new Buckets(() => new IntList());
  private readonly lasting = new IntList();
  /** No listed day has an interval that ends later. */
  private lastEnd = Number.NEGATIVE_INFINITY;

  /** `from` inclusive, `to` exclusive, in milliseconds since 1970. */
  add(id: number, from: number, to: number): void {
    const [first, last] = [dayOf(from), dayOf(to - 1)];
    if (isLong(first, last)) {
      this.lasting.push(id);
      return;
    }
    this.lastEnd = Math.max(this.lastEnd, to);
    for (let day = first; day <= last; day += 1) this.days.of(day).push(id);
  }

  /** With the bounds that it was added with. */
  remove(id: number, from: number, to: number): void {
    const [first, last] = [dayOf(from), dayOf(to - 1)];
    if (isLong(first, last)) this.lasting.remove(id);
    else for (let day = first; day <= last; day += 1) this.days.known(day)?.remove(id);
  }

  /** Lists with every interval that contains the instant, and others: the caller compares bounds. */
  around(instant: number): readonly IntList[] {
    const day = instant < this.lastEnd ? this.days.known(dayOf(instant)) : undefined;
    return day === undefined ? [this.lasting] : [this.lasting, day];
  }
}

const isLong = (first: number, last: number): boolean => last - first >= LONG_DAYS;

/** Finds what happened on a range of days. */
export class PointsByDay {
  private readonly days = new Buckets(() => new IntList());

  /** The earliest day that anything was ever added with; null: nothing was. */
  get firstDay(): number | null {
    return this.days.first;
  }

  add(id: number, day: number): void {
    this.days.of(day).push(id);
  }

  /** With the day that it was added with. */
  remove(id: number, day: number): void {
    this.days.known(day)?.remove(id);
  }

  /** Lists of what was added from the day `from` to the day `to`, both included; infinite bounds mean all. */
  between(from: number, to: number): readonly IntList[] {
    const lists: IntList[] = [];
    this.days.between(from, to, (list) => lists.push(list));
    return lists;
  }
}
