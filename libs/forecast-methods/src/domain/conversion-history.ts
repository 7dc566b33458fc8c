import type { ObservedDeal, StageVisit } from './observed-deal.js';
import { type CumulativeIncidence, type OutcomeKind, OutcomeTimes } from './outcome-times.js';
import { type Interval, wilsonInterval } from './wilson-interval.js';

/** Ages in a stage, in days, at which a cohort is formed of the deals that were still in it. */
const COHORT_AGES = [0, 7, 14, 30, 60, 90, 120, 180, 270, 365] as const;

/** A cohort weighs against the wider one as if that had so many cases: below it, it says less than the wider one. */
const PRIOR_CASES = 20;

/** What becomes of an open deal. */
export type Outlook = Readonly<{
  /** Probability that it is won sooner or later. */
  wins: number;
  /** Probability that it is won within so many days from now. */
  winsWithin: (days: number) => number;
}>;

/** What was learned about a stage (and segment), from deals that entered it. */
export type StageConversion = Readonly<{
  processId: string;
  stage: string;
  segment: string | null;
  /** Days in the stage that a deal must have for it; 0: all that entered. */
  fromAge: number;
  won: number;
  lost: number;
  stillOpen: number;
  /** Shrunk toward the wider cohort. */
  probability: number;
  /** Wilson's, over the deals that were won or lost. */
  interval: Interval;
}>;

type Cohort = readonly OutcomeTimes[];
type Place = Readonly<{ processId: string; stage: string; segment: string | null }>;

/**
 * Stage conversion by cohort: of the deals that came into a stage, and were still in it at an age, how many were won
 * within how many days. Each age is a landmark from which time is counted anew (H. van Houwelingen, "Dynamic Prediction
 * by Landmarking in Event History Analysis", Scandinavian Journal of Statistics 34 (2007) 70–85). A small cohort is
 * shrunk toward the next wider one: (n × own + 20 × wider) ÷ (n + 20), from segment and age over all segments, over
 * younger ages, to the configured probability.
 */
export class ConversionHistory {
  private readonly cohorts = new Map<string, { place: Place; ages: Cohort }>();
  private readonly everything = new OutcomeTimes();

  /** @param today the day of the observation, in days since 1970 */
  constructor(private readonly today: number) {}

  /** A deal that is seen with an end counts with it; an open one as watched until today. */
  add(deal: ObservedDeal): void {
    const [kind, until]: [OutcomeKind, number] = deal.end ? [deal.end.kind, deal.end.day] : ['stillOpen', this.today];
    this.everything.add(kind, Math.max(0, until - deal.openedDay));
    for (const visit of deal.visits) {
      this.addVisit({ ...deal, stage: visit.stage, segment: null }, visit, kind, until);
      if (deal.segment !== null) this.addVisit({ ...deal, stage: visit.stage }, visit, kind, until);
    }
  }

  /**
   * @param age days in the stage until now
   * @param configured probability to begin with while there is no history
   */
  outlook(place: Place, age: number, configured: number): Outlook {
    let outlook: Outlook = this.withoutHistory(configured);
    for (const segment of place.segment === null ? [null] : [null, place.segment]) {
      const cohort = this.cohorts.get(keyOf({ ...place, segment }));
      if (cohort === undefined) continue;
      const ages = COHORT_AGES.map((from, index) => [from, index] as const).filter(([from]) => from <= age);
      // Of a segment only the cohort of that age: its wider one is that of all segments.
      for (const [from, index] of segment === null ? ages : ages.slice(-1)) {
        const times = cohort.ages[index];
        if (times) outlook = shrunk(times.cumulativeIncidence(), age - from, outlook);
      }
    }
    return outlook;
  }

  /** By process, stage and segment, then age; of cohorts that hold at least a deal. */
  stages(configured: (processId: string, stage: string) => number): readonly StageConversion[] {
    return [...this.cohorts.values()]
      .sort((a, b) => (keyOf(a.place) < keyOf(b.place) ? -1 : 1))
      .flatMap(({ place, ages }) =>
        ages.flatMap((times, index) => {
          if (times.size === 0) return [];
          const fromAge = COHORT_AGES[index] ?? 0;
          const probability = this.outlook(place, fromAge, configured(place.processId, place.stage)).wins;
          const { won, lost, stillOpen } = times.counts;
          const interval = wilsonInterval(probability, won + lost);
          return [{ ...place, fromAge, won, lost, stillOpen, probability, interval }];
        }),
      );
  }

  /** How the days from opening to winning spread over the deals that are won, whatever their stage. */
  private withoutHistory(configured: number): Outlook {
    const curve = this.everything.cumulativeIncidence();
    const ever = curve.wonWithin(Number.POSITIVE_INFINITY);
    return {
      wins: configured,
      winsWithin: (days) => (ever === 0 ? 0 : (configured * curve.wonWithin(days)) / ever),
    };
  }

  private addVisit(place: Place, { from, to }: StageVisit, kind: OutcomeKind, until: number): void {
    const key = keyOf(place);
    let cohort = this.cohorts.get(key);
    if (cohort === undefined) {
      const { processId, stage, segment } = place;
      cohort = { place: { processId, stage, segment }, ages: COHORT_AGES.map(() => new OutcomeTimes()) };
      this.cohorts.set(key, cohort);
    }
    const stay = (to ?? until) - from;
    for (const [index, age] of COHORT_AGES.entries()) {
      if (age > 0 && stay <= age) break;
      cohort.ages[index]?.add(kind, Math.max(0, until - from - age));
    }
  }
}

const keyOf = ({ processId, stage, segment }: Place): string => JSON.stringify([processId, stage, segment]);

/** The outlook of a deal that has been in a cohort for `since` days and is open still, shrunk toward a wider one's. */
const shrunk = (curve: CumulativeIncidence, since: number, wider: Outlook): Outlook => {
  const cases = curve.watchedFor(since);
  const [won, lost] = [curve.wonWithin(since), curve.lostWithin(since)];
  const open = 1 - won - lost;
  const everWon = curve.wonWithin(Number.POSITIVE_INFINITY) - won;
  const everLost = curve.lostWithin(Number.POSITIVE_INFINITY) - lost;
  // Nobody was watched for so long, or none of them has ended yet: only the wider cohort knows.
  if (cases === 0 || open <= 0 || everWon + everLost <= 0) return wider;
  const weight = cases / (cases + PRIOR_CASES);
  const mixed = (own: number, widers: number): number => weight * own + (1 - weight) * widers;
  return {
    // What is still open at the end of the curve is taken to end as the others did.
    wins: mixed(everWon / (everWon + everLost), wider.wins),
    winsWithin: (days) => mixed((curve.wonWithin(since + days) - won) / open, wider.winsWithin(days)),
  };
};
