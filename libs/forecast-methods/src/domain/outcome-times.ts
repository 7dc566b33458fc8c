export const OUTCOMES = ['won', 'lost', 'stillOpen'] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

const KINDS = OUTCOMES.length;
const FIRST_DAYS = 512;

/**
 * How many days it took from a common beginning until deals were won or lost, or for how long those that are still open
 * have been watched: a life table by whole days, so that any number of deals takes the room of as many days.
 */
export class OutcomeTimes {
  /** By day, then kind. */
  private table = new Int32Array(KINDS * FIRST_DAYS);
  private incidence: CumulativeIncidence | null = null;

  /** @param days from the beginning, 0 or more */
  add(kind: OutcomeKind, days: number): void {
    this.addNumbered(OUTCOMES.indexOf(kind), days);
  }

  /** @param kind its place in `OUTCOMES` */
  addNumbered(kind: number, days: number): void {
    const cell = Math.floor(days) * KINDS + kind;
    if (cell >= this.table.length) {
      const larger = new Int32Array(Math.max(this.table.length * 2, (cell + 1) * KINDS));
      larger.set(this.table);
      this.table = larger;
    }
    this.table[cell] = (this.table[cell] as number) + 1;
    this.incidence = null;
  }

  get counts(): OutcomeCounts {
    const [won, lost, stillOpen] = OUTCOMES.map((_, kind) => {
      let sum = 0;
      for (let outcome = kind; outcome < this.table.length; outcome += KINDS) sum += this.table[outcome] as number;
      return sum;
    });
    return { won: won ?? 0, lost: lost ?? 0, stillOpen: stillOpen ?? 0 };
  }

  /** The Aalen-Johansen estimate from what was added so far. */
  cumulativeIncidence(): CumulativeIncidence {
    this.incidence ??= cumulativeIncidenceOf(this.table, sizeOf(this.counts));
    return this.incidence;
  }
}

export const sizeOf = ({ won, lost, stillOpen }: OutcomeCounts): number => won + lost + stillOpen;

/**
 * Winning and losing are competing risks: the cumulative incidence of winning is
 * F(t) = Σ over days d ≤ t of S(d − 1) × won(d) ÷ atRisk(d), with S the share still open (Kaplan-Meier over both ends).
 * Deals still open leave the risk set at the day until which they were watched, so they neither count as lost nor
 * pass for as good as those that were closed. O. Aalen, S. Johansen, "An Empirical Transition Matrix for
 * Non-homogeneous Markov Chains Based on Censored Observations", Scandinavian Journal of Statistics 5 (1978) 141–150.
 */
const cumulativeIncidenceOf = (table: Int32Array, size: number): CumulativeIncidence => {
  const steps: Steps = { days: [], won: [], lost: [], atRisk: [] };
  let [atRisk, open, won, lost] = [size, 1, 0, 0];
  for (let cell = 0; cell < table.length && atRisk > 0; cell += KINDS) {
    const [nowWon, nowLost, left] = [table[cell] as number, table[cell + 1] as number, table[cell + 2] as number];
    if (nowWon + nowLost + left === 0) continue;
    const [dayWon, dayLost] = [(open * nowWon) / atRisk, (open * nowLost) / atRisk];
    won += dayWon;
    lost += dayLost;
    open -= dayWon + dayLost;
    atRisk -= nowWon + nowLost + left;
    steps.days.push(cell / KINDS);
    steps.won.push(won);
    steps.lost.push(lost);
    steps.atRisk.push(atRisk);
  }
  return new CumulativeIncidence(steps, size);
};

/** The curve at the end of each day on which something was: of 1 deal, how much was won and lost by then, and how many were watched beyond it. */
type Steps = Readonly<Record<'days' | 'won' | 'lost' | 'atRisk', number[]>>;

/** The shares of deals that were won and lost within so many days of a common beginning. */
export class CumulativeIncidence {
  constructor(
    private readonly steps: Steps,
    private readonly size: number,
  ) {}

  /** Share won within `days`; within a day it grows evenly. */
  wonWithin(days: number): number {
    return this.within(days, this.steps.won);
  }

  /** Share lost within `days`. */
  lostWithin(days: number): number {
    return this.within(days, this.steps.lost);
  }

  /** How many deals were watched for at least `days`. */
  watchedFor(days: number): number {
    return this.steps.atRisk[this.stepsBefore(Math.floor(days)) - 1] ?? this.size;
  }

  private within(days: number, shares: readonly number[]): number {
    if (days <= 0) return 0;
    if (days === Number.POSITIVE_INFINITY) return shares.at(-1) ?? 0;
    const whole = Math.floor(days);
    const steps = this.stepsBefore(whole);
    const before = shares[steps - 1] ?? 0;
    const after = this.steps.days[steps] === whole ? (shares[steps] ?? 0) : before;
    return before + (days - whole) * (after - before);
  }

  /** How many of the steps are of days before `day`. */
  private stepsBefore(day: number): number {
    const { days } = this.steps;
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
