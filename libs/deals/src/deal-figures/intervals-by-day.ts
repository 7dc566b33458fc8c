import { IntList } from './int-list.js';

const DAY_MS = 86_400_000;
/** Beyond so many days an interval is not listed under each of them. */
const LONG_DAYS = 1_000;

export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / DAY_MS);

/**
 * Finds the intervals that contain an instant. Each is listed under every UTC day that it touches; those without an
 * end, and the few very long ones, in a list of their own. A question costs by the intervals around that day, whatever
 * else there was before and after.
 */
export class IntervalsByDay {
  private readonly days = new Map<number, IntList>();
  private readonly lasting = new IntList();

  /** `from` inclusive, `to` exclusive, in milliseconds since 1970. */
  add(id: number, from: number, to: number): void {
    this.lists(from, to, true, (list) => list.push(id));
  }

  /** With the bounds that it was added with. */
  remove(id: number, from: number, to: number): void {
    this.lists(from, to, false, (list) => list.remove(id));
  }

  /** Visits every interval that contains the instant, and others: the caller compares bounds. */
  around(instant: number, visit: (id: number) => void): void {
    for (let at = 0; at < this.lasting.length; at += 1) visit(this.lasting.at(at));
    const day = this.days.get(dayOf(instant));
    if (day === undefined) return;
    for (let at = 0; at < day.length; at += 1) visit(day.at(at));
  }

  private lists(from: number, to: number, make: boolean, act: (list: IntList) => void): void {
    const [first, last] = [dayOf(from), dayOf(to - 1)];
    if (last - first >= LONG_DAYS) {
      act(this.lasting);
      return;
    }
    for (let day = first; day <= last; day += 1) {
      let list = this.days.get(day);
      if (list === undefined) {
        if (!make) continue;
        list = new IntList();
        this.days.set(day, list);
      }
      act(list);
    }
  }
}

/** Finds what happened on a range of days. */
export class PointsByDay {
  private readonly days = new Map<number, IntList>();
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;

  add(id: number, day: number): void {
    const list = this.days.get(day) ?? new IntList();
    this.days.set(day, list);
    list.push(id);
    this.first = Math.min(this.first, day);
    this.last = Math.max(this.last, day);
  }

  /** The earliest day that anything was ever added with; null: nothing was. */
  get firstDay(): number | null {
    return Number.isFinite(this.first) ? this.first : null;
  }

  /** With the day that it was added with. */
  remove(id: number, day: number): void {
    this.days.get(day)?.remove(id);
  }

  /** Visits what was added from the day `from` to the day `to`, both included; infinite bounds mean all. */
  between(from: number, to: number, visit: (id: number) => void): void {
    const [first, last] = [Math.max(from, this.first), Math.min(to, this.last)];
    for (let day = first; day <= last; day += 1) {
      const list = this.days.get(day);
      if (list === undefined) continue;
      for (let at = 0; at < list.length; at += 1) visit(list.at(at));
    }
  }
}
