import type { Bounded } from '#kernel/bounded.js';
import { type CalendarDate, millisecondsOf } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { dateOfDay, dayNumberOf } from '../deal-figures/day-numbers.js';
import { boundsOf, type PathFilter, type PathVisitor } from '../deal-paths/paths-in.js';
import { type Slip, type SlippageQuestion, slipsOf } from './slips.js';

type Asked = Pick<SlippageQuestion, 'counts'> &
  Readonly<{
    days: Bounded<CalendarDate>;
    /** Null: all. */
    processId: string | null;
    /** Of the instant at which the deals are looked at, in milliseconds since 1970. */
    asOf: number;
    /** In which days begin and end. */
    timeZone: string;
  }>;

/** Which deals are to be looked at, and what finds every slip, push and postponement of them, deal by deal. */
export type SlipSearch = Readonly<{ filter: PathFilter; look: PathVisitor; found: readonly Slip[] }>;

export const slipsIn = ({ processId, days, timeZone, asOf, counts }: Asked): SlipSearch => {
  const startOf = (date: CalendarDate): number => millisecondsOf(startOfDayIn(timeZone, date));
  const ends = new Map<number, number>();
  const question: SlippageQuestion = {
    days: boundsOf(days, dayNumberOf),
    time: boundsOf(days, startOf),
    asOf,
    endOf: (day) => {
      const end = ends.get(day) ?? startOf(dateOfDay(day + 1) as CalendarDate);
      ends.set(day, end);
      return end;
    },
    counts,
  };
  const began: Bounded<number> = {
    from: days.from === null ? null : startOf(days.from),
    to: days.to === null ? null : startOf(days.to),
  };
  const found: Slip[] = [];
  const look: PathVisitor = (path) => {
    for (const slip of slipsOf(path, question)) found.push(slip);
  };
  return { filter: { processId, began, expected: days }, look, found };
};
