export type OutcomeKind = 'won' | 'lost' | 'stillOpen';

type Counts = Record<OutcomeKind, number>;

/**
 * How many days it took from a common beginning until deals were won or lost, or for how long those that are still open
 * have been watched: a life table by whole days, so that any number of deals takes the room of as many days.
 */
export class OutcomeTimes {
  private readonly byDay = new Map<number, Counts>();
  readonly counts: Counts = { won: 0, lost: 0, stillOpen: 0 };

  /** @param days from the beginning, 0 or more */
  add(kind: OutcomeKind, days: number): void {
    const day = Math.floor(days);
    let counts = this.byDay.get(day);
    if (counts === undefined) {
      counts = { won: 0, lost: 0, stillOpen: 0 };
      this.byDay.set(day, counts);
    }
    counts[kind] += 1;
    this.counts[kind] += 1;
    this.incidence = null;
  }

  get size(): number {
    return this.counts.won + this.counts.lost + this.counts.stillOpen;
  }

  /** The Aalen-Johansen estimate from what was added so far. */
  cumulativeIncidence(): CumulativeIncidence {
    this.incidence ??= cumulativeIncidenceOf(this.byDay, this.size);
    return this.incidence;
  }

  private incidence: CumulativeIncidence | null = null;
}

/** The curve at the end of a day: of 1 deal, how much was won and lost by then, and how many were watched beyond it. */
type Step = Readonly<{ day: number; won: number; lost: number; atRisk: number }>;

/**
 * Winning and losing are competing risks: the cumulative incidence of winning is
 * F(t) = Σ over days d ≤ t of S(d − 1) × won(d) ÷ atRisk(d), with S the share still open (Kaplan-Meier over both ends).
 * Deals still open leave the risk set at the day until which they were watched, so they neither count as lost nor
 * pass for as good as those that were closed. O. Aalen, S. Johansen, "An Empirical Transition Matrix for
 * Non-homogeneous Markov Chains Based on Censored Observations", Scandinavian Journal of Statistics 5 (1978) 141–150.
 */
const cumulativeIncidenceOf = (byDay: ReadonlyMap<number, Counts>, size: number): CumulativeIncidence => {
  const steps: Step[] = [];
  let [atRisk, open, won, lost] = [size, 1, 0, 0];
  for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
    const counts = byDay.get(day) ?? { won: 0, lost: 0, stillOpen: 0 };
    const [dayWon, dayLost] = [(open * counts.won) / atRisk, (open * counts.lost) / atRisk];
    won += dayWon;
    lost += dayLost;
    open -= dayWon + dayLost;
    atRisk -= counts.won + counts.lost + counts.stillOpen;
    steps.push({ day, won, lost, atRisk });
  }
  return new CumulativeIncidence(steps, size);
};

/** The shares of deals that were won and lost within so many days of a common beginning. */
export class CumulativeIncidence {
  constructor(
    private readonly steps: readonly Step[],
    private readonly size: number,
  ) {}

  /** Share won within `days`; within a day it grows evenly. */
  wonWithin(days: number): number {
    return this.within(days, 'won');
  }

  /** Share lost within `days`. */
  lostWithin(days: number): number {
    return this.within(days, 'lost');
  }

  /** How many deals were watched for at least `days`. */
  watchedFor(days: number): number {
    return this.before(Math.floor(days))?.atRisk ?? this.size;
  }

  private within(days: number, kind: 'won' | 'lost'): number {
    if (days <= 0) return 0;
    if (days === Number.POSITIVE_INFINITY) return this.steps.at(-1)?.[kind] ?? 0;
    const whole = Math.floor(days);
    const before = this.before(whole)?.[kind] ?? 0;
    const after = this.before(whole + 1)?.[kind] ?? 0;
    return before + (days - whole) * (after - before);
  }

  /** The last step of the days before `day`. */
  private before(day: number): Step | undefined {
    let [low, high] = [0, this.steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.steps[middle]?.day ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return this.steps[low - 1];
  }
}
