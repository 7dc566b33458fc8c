import {
  type CumulativeIncidence,
  OUTCOMES,
  type OutcomeCounts,
  type OutcomeKind,
  OutcomeTimes,
} from './outcome-times.js';

/** Ages in a stage, in days, at which a cohort is formed of the deals that were still in it. */
export const COHORT_AGES = [0, 7, 14, 30, 60, 90, 120, 180, 270, 365] as const;

/** The deals that were in a stage, or those of a segment, at an age, and what became of them from there on. */
export type Cohort = Readonly<{ fromAge: number; counts: OutcomeCounts; curve: CumulativeIncidence }>;

// A visit is one number, as there are many: days × 64 + place of the last age that it reached × 4 + place of its outcome.
const [DAYS_FROM, AGE_FROM] = [6, 2];
const [AGE_BITS, OUTCOME_BITS] = [0b1111, 0b11];

/** What became of the deals that came into a stage. Cohorts are formed of the visits when they are asked for. */
export class StageHistory {
  /** By segment; null: of deals that have none. */
  private readonly visits = new Map<string | null, number[]>();
  /** By segment (null: of all deals), then age. Those that were asked for. */
  private readonly cohorts = new Map<string | null, (Cohort | undefined)[]>();

  get segments(): readonly string[] {
    return [...this.visits.keys()].filter((segment) => segment !== null);
  }

  /**
   * @param stay days in the stage
   * @param watched days from its beginning until the deal ended, or until it was seen last
   */
  add(segment: string | null, kind: OutcomeKind, stay: number, watched: number): void {
    let reached = 0;
    while (stay > (COHORT_AGES[reached + 1] ?? Number.POSITIVE_INFINITY)) reached += 1;
    const days = Math.floor(Math.max(0, watched));
    const visit = (days << DAYS_FROM) | (reached << AGE_FROM) | OUTCOMES.indexOf(kind);
    const visits = this.visits.get(segment);
    if (visits === undefined) this.visits.set(segment, [visit]);
    else visits.push(visit);
    if (this.cohorts.size > 0) this.cohorts.clear();
  }

  /** Of the deals that reached the age of that place in `COHORT_AGES`. @param segment null: of all deals */
  cohort(segment: string | null, age: number): Cohort {
    let cohorts = this.cohorts.get(segment);
    if (cohorts === undefined) {
      cohorts = [];
      this.cohorts.set(segment, cohorts);
    }
    let cohort = cohorts[age];
    if (cohort === undefined) {
      cohort = cohortOf(segment === null ? [...this.visits.values()] : [this.visits.get(segment) ?? []], age);
      cohorts[age] = cohort;
    }
    return cohort;
  }
}

const cohortOf = (visits: readonly (readonly number[])[], age: number): Cohort => {
  const fromAge = COHORT_AGES[age] as number;
  const times = new OutcomeTimes();
  for (const some of visits) {
    for (const visit of some) {
      if (((visit >> AGE_FROM) & AGE_BITS) < age) continue;
      times.addNumbered(visit & OUTCOME_BITS, Math.max(0, (visit >> DAYS_FROM) - fromAge));
    }
  }
  return { fromAge, counts: times.counts, curve: times.cumulativeIncidence() };
};
