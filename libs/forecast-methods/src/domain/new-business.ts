/** A deal that was won: when it was opened and signed, in days since 1970; `amount` in minor units. */
export type Win = Readonly<{ openedDay: number; signedDay: number; amount: number }>;

/** A stretch of days since 1970, from `from` on, before `to`. */
export type DayRange = Readonly<{ from: number; to: number }>;

/** As many past periods are averaged. */
const PERIODS = 4;

/**
 * What the last 4 periods of this length that have ended brought from deals that were opened after the same point of
 * them, in minor units, the latest first; fewer when history does not reach back so far.
 * @param today the point, in days since 1970: within the period or before it
 * @param since the day on which history begins
 */
export const pastNewBusiness = (
  wins: readonly Win[],
  period: DayRange,
  today: number,
  since: number,
): readonly number[] => {
  const length = period.to - period.from;
  const sums: number[] = [];
  for (let back = 1; sums.length < PERIODS; back += 1) {
    const [from, to, point] = [period.from, period.to, today].map((day) => day - back * length) as [
      number,
      number,
      number,
    ];
    if (point < since) break;
    if (to > today) continue;
    sums.push(
      wins
        .filter(({ signedDay, openedDay }) => signedDay >= from && signedDay < to && openedDay > point)
        .reduce((sum, { amount }) => sum + amount, 0),
    );
  }
  return sums;
};

/** What a period brings from deals that are not there yet: the mean of `pastNewBusiness`; 0 while there is none. */
export const expectedNewBusiness = (wins: readonly Win[], period: DayRange, today: number, since: number): number => {
  const sums = pastNewBusiness(wins, period, today, since);
  return sums.length === 0 ? 0 : sums.reduce((sum, amount) => sum + amount, 0) / sums.length;
};
