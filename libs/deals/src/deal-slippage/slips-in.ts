import { type CalendarDate, instantOf, millisecondsOf } from '#kernel/instant.js';
import { dateIn, startOfDayIn } from '#kernel/time-zone.js';
import type { Bounded, DealsAt } from '../deal-figures/deal-figures.contract.js';
import { type Slip, type SlippageQuestion, slipsOf } from './slips.js';

type Asked = Pick<SlippageQuestion, 'days' | 'counts'> &
  Readonly<{
    /** Null: all. */
    processId: string | null;
    /** Of the instant at which the deals are looked at, in milliseconds since 1970. */
    asOf: number;
    /** In which days begin and end. */
    timeZone: string;
  }>;

/** Every slip, push and postponement of the deals, deal by deal. */
export const slipsIn = (deals: DealsAt, { processId, days, timeZone, asOf, counts }: Asked): readonly Slip[] => {
  const ends = new Map<CalendarDate, number>();
  const startOf = (date: CalendarDate): number => millisecondsOf(startOfDayIn(timeZone, date));
  const question: SlippageQuestion = {
    days,
    asOf,
    dayOf: (milliseconds) => dateIn(timeZone, instantOf(milliseconds)),
    endOf: (date) => {
      const end = ends.get(date) ?? startOf(dayAfter(date));
      ends.set(date, end);
      return end;
    },
    counts,
  };
  const began: Bounded<number> = {
    from: days.from === null ? null : startOf(days.from),
    to: days.to === null ? null : startOf(days.to),
  };
  const slips: Slip[] = [];
  for (const path of deals.paths({ processId, began, expected: days })) slips.push(...slipsOf(path, question));
  return slips;
};

const dayAfter = (date: CalendarDate): CalendarDate => instantOf(Date.parse(date) + 86_400_000).slice(0, 10);
