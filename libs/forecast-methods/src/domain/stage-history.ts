import {
  type CumulativeIncidence,
  OUTCOMES,
  type OutcomeCounts,
  type OutcomeKind,
  OutcomeTimes,
} from './outcome-times.js';

/** Ages in a stage, in days, at which a cohort is formed of the deals that were still in it. */
const COHORT_AGES = [0, 7, 14, 30, 60, 90, 120, 180, 270, 365] as const;

/** The deals that were in a stage, or those of a segment, at an age, and what became of them from there on. */
export type Cohort = Readonly<{ fromAge: number; counts: OutcomeCounts; curve: CumulativeIncidence }>;

const AGES = COHORT_AGES.length;
const KINDS = OUTCOMES.length;

/**
 * What became of the deals that came into a stage. Each visit is one number, as there are many: cohorts are formed of
 * them when they are asked for.
 */
export class StageHistory {
  /** By segment; null: of deals that have none. */
  private readonly visits = new Map<string | null, number[]>();
  /** By segment; null: of all deals. Those that were asked for. */
  private readonly cohorts = new Map<string | null, readonly Cohort[]>();

  get segments(): readonly string[] {
    return [...this.visits.keys()].filter((segment) => segment !== null);
  }

  /**
   * @param stay days in the stage
   * @param watched days from its beginning until the deal ended, or until it was seen last
   */
  add(segment: string | null, kind: OutcomeKind, stay: number, watched: number): void {
    let passed = 0;
    while (passed + 1 < AGES && stay > (COHORT_AGES[passed + 1] as number)) passed += 1;
    const days = Math.max(0, Math.floor(watched));
    const visit = (days * AGES + passed) * KINDS + OUTCOMES.indexOf(kind);
    const visits = this.visits.get(segment);
    if (visits === undefined) this.visits.set(segment, [visit]);
    else visits.push(visit);
    if (this.cohorts.size > 0) this.cohorts.clear();
  }

  /** One for each age, also if nothing was still in the stage. @param segment null: of all deals */
  cohortsOf(segment: string | null): readonly Cohort[] {
    let cohorts = this.cohorts.get(segment);
    if (cohorts === undefined) {
      cohorts = cohortsIn(segment === null ? [...this.visits.values()] : [this.visits.get(segment) ?? []]);
      this.cohorts.set(segment, cohorts);
    }
    return cohorts;
  }
}

const cohortsIn = (visits: readonly (readonly number[])[]): readonly Cohort[] => {
  const times = COHORT_AGES.map(() => new OutcomeTimes());
  for (const some of visits) {
    for (const visit of some) {
      const kind = OUTCOMES[visit % KINDS] as OutcomeKind;
      const timed = Math.floor(visit / KINDS);
      const [passed, watched] = [timed % AGES, Math.floor(timed / AGES)];
      for (let age = 0; age <= passed; age += 1) {
        times[age]?.add(kind, Math.max(0, watched - (COHORT_AGES[age] as number)));
      }
    }
  }
  return times.map((each, age) => ({
    fromAge: COHORT_AGES[age] as number,
    counts: each.counts,
    curve: each.cumulativeIncidence(),
  }));
};
