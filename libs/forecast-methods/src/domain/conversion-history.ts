import type { ObservedDeal } from './observed-deal.js';
import { type OutcomeKind, OutcomeTimes, sizeOf } from './outcome-times.js';
import { COHORT_AGES, type Cohort, StageHistory } from './stage-history.js';
import { type Interval, wilsonInterval } from './wilson-interval.js';

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

type Place = Readonly<{ processId: string; stage: string; segment: string | null }>;

/**
 * Stage conversion by cohort: of the deals that came into a stage, and were still in it at an age, how many were won
 * within how many days. Each age is a landmark from which time is counted anew (H. van Houwelingen, "Dynamic Prediction
 * by Landmarking in Event History Analysis", Scandinavian Journal of Statistics 34 (2007) 70–85). A small cohort is
 * shrunk toward the next wider one: (n × own + 20 × wider) ÷ (n + 20), from segment and age over all segments, over
 * younger ages, to the configured probability.
 */
export class ConversionHistory {
  /** By process, then stage. */
  private readonly processes = new Map<string, Map<string, StageHistory>>();
  private readonly everything = new OutcomeTimes();

  /** @param today the day of the observation, in days since 1970 */
  constructor(private readonly today: number) {}

  /** A deal that is seen with an end counts with it; an open one as watched until today. */
  add({ processId, segment, openedDay, visits, end }: LearnedFrom): void {
    const [kind, until]: [OutcomeKind, number] = end ? [end.kind, end.day] : ['stillOpen', this.today];
    this.everything.add(kind, Math.max(0, until - openedDay));
    for (const { stage, from, to } of visits) {
      this.stage(processId, stage).add(segment, kind, (to ?? until) - from, until - from);
    }
  }

  /**
   * @param age days in the stage until now
   * @param configured probability to begin with while there is no history
   */
  outlook({ processId, stage, segment }: Place, age: number, configured: number): Outlook {
    let outlook: Outlook = this.withoutHistory(configured);
    const history = this.processes.get(processId)?.get(stage);
    if (history === undefined) return outlook;
    const reached = COHORT_AGES.findLastIndex((from) => from <= age);
    for (let of = 0; of <= reached; of += 1) outlook = shrunk(history.cohort(null, of), age, outlook);
    // Of a segment only the cohort of that age: its wider one is that of all segments.
    return segment === null || reached < 0 ? outlook : shrunk(history.cohort(segment, reached), age, outlook);
  }

  /** By process, stage and segment, then age; of cohorts that hold at least a deal. */
  *stages(configured: (processId: string, stage: string) => number): Generator<StageConversion> {
    for (const place of this.places()) {
      const { processId, stage, segment } = place;
      const history = this.stage(processId, stage);
      for (const [age, fromAge] of COHORT_AGES.entries()) {
        const { counts } = history.cohort(segment, age);
        if (sizeOf(counts) === 0) continue;
        const probability = this.outlook(place, fromAge, configured(processId, stage)).wins;
        const interval = wilsonInterval(probability, counts.won + counts.lost);
        yield { ...place, fromAge, ...counts, probability, interval };
      }
    }
  }

  private places(): readonly Place[] {
    const places = [...this.processes].flatMap(([processId, stages]) =>
      [...stages].flatMap(([stage, { segments }]) =>
        [null, ...segments].map((segment): Place => ({ processId, stage, segment })),
      ),
    );
    const keyed = places.map((place) => ({
      place,
      key: JSON.stringify([place.processId, place.stage, place.segment]),
    }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ place }) => place);
  }

  private stage(processId: string, stage: string): StageHistory {
    let stages = this.processes.get(processId);
    if (stages === undefined) {
      stages = new Map();
      this.processes.set(processId, stages);
    }
    let history = stages.get(stage);
    if (history === undefined) {
      history = new StageHistory();
      stages.set(stage, history);
    }
    return history;
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
}

/** What of a deal says how long stages take, and how they end. */
type LearnedFrom = Pick<ObservedDeal, 'processId' | 'segment' | 'openedDay' | 'visits' | 'end'>;

/** The outlook of a deal of an age that was in the cohort and is open still, shrunk toward a wider cohort's. */
const shrunk = ({ fromAge, curve }: Cohort, age: number, wider: Outlook): Outlook => {
  const since = age - fromAge;
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
