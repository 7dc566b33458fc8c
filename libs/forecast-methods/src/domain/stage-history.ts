import {
  type CumulativeIncidence,
  codedOutcome,
  type OutcomeCounts,
  type OutcomeKind,
  OutcomeTimes,
} from './outcome-times.js';

/** Ages in a stage, in days, at which a cohort is formed of the deals that were still in it. */
export const COHORT_AGES = [0, 7, 14, 30, 60, 90, 120, 180, 270, 365] as const;

/** The deals that were in a stage, or those of a segment, at an age, and what became of them from there on. */
export type Cohort = Readonly<{ fromAge: number; counts: OutcomeCounts; curve: CumulativeIncidence }>;

/** What became of visits, coded: by the last of `COHORT_AGES` that they reached. */
type Outcomes = readonly number[][];

/**
 * What became of the deals that came into a stage. Each visit is kept as one number, as there are many: cohorts are formed
 * of them when they are asked for.
 */
export class StageHistory {
  /** By segment; null: of deals that have none. */
  private readonly outcomes = new Map<string | null, Outcomes>();
  /** By segment (null: of all deals), then age. Those that were asked for. */
  private readonly cohorts = new Map<string | null, (Cohort | undefined)[]>();

  get segments(): readonly string[] {
    return [...this.outcomes.keys()].filter((segment) => segment !== null);
  }

  /**
   * @param stay days in the stage
   * @param watched days from its beginning until the deal ended, or until it was seen last
   */
  add(segment: string | null, kind: OutcomeKind, stay: number, watched: number): void {
    let reached = 0;
    while (stay > (COHORT_AGES[reached + 1] ?? Number.POSITIVE_INFINITY)) reached += 1;
    this.outcomesOf(segment)[reached]?.push(codedOutcome(kind, Math.max(0, watched)));
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
      cohort = cohortOf(segment === null ? [...this.outcomes.values()] : [this.outcomes.get(segment) ?? []], age);
      cohorts[age] = cohort;
    }
    return cohort;
  }

  private outcomesOf(segment: string | null): Outcomes {
    let outcomes = this.outcomes.get(segment);
    if (outcomes === undefined) {
      outcomes = COHORT_AGES.map(() => []);
      this.outcomes.set(segment, outcomes);
    }
    return outcomes;
  }
}

const cohortOf = (segments: readonly Outcomes[], age: number): Cohort => {
  const fromAge = COHORT_AGES[age] as number;
  const times = new OutcomeTimes();
  for (const outcomes of segments) {
    for (let reached = age; reached < outcomes.length; reached += 1) times.addCoded(outcomes[reached] ?? [], fromAge);
  }
  return { fromAge, counts: times.counts, curve: times.cumulativeIncidence() };
};
