import type { Bounded } from '#kernel/bounded.js';
import { type CalendarDate, millisecondsOf } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { dateOfDay, dayNumberOf } from '../deal-figures/day-numbers.js';
import type { DealsAt } from '../deal-figures/deal-figures.contract.js';
import { boundsOf } from '../deal-paths/paths-in.js';
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

/** Every slip, push and postponement of the deals, deal by deal. */
export const slipsIn = (deals: DealsAt, { processId, days, timeZone, asOf, counts }: Asked): readonly Slip[] => {
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
  const slips: Slip[] = [];
  deals.eachPath({ processId, began, expected: days }, (path) => {
    for (const slip of slipsOf(path, question)) slips.push(slip);
  });
  return slips;
};
