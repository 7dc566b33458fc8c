import { DAY_MS } from '#kernel/instant.js';
import { medianOf } from '#kernel/median.js';
import type { DealPath } from '../deal-paths/deal-path.js';
import type { Deal } from '../domain/deal.state.js';
import { stageVisits, type Visit } from './stage-visits.js';

/** What became, until the end of the paths, of the deals that came into a stage. */
export type StageFigures = Readonly<{
  stage: string;
  /** Deals that came into the stage in the time of the cohort, each counted once. */
  entered: number;
  /** Those of them that came into a later stage afterwards, or were won. */
  advanced: number;
  /** Those that did not advance and are lost. */
  lost: number;
  /** Those that did not advance and are open. */
  open: number;
  /** Those that are won. */
  won: number;
  /** advanced ÷ entered; null when none entered. */
  conversion: number | null;
  /** Median length, in days to a tenth, of the latest stay of those that left the stage; null when none did. */
  medianDaysInStage: number | null;
  /** The same, all stays of the deal in the stage together. */
  medianDaysInStageCumulative: number | null;
}>;

export type ConversionQuestion = Readonly<{
  /** Ids of the stages in the order of the process. */
  stages: readonly string[];
  /** The cohorts of what came into a stage at that instant, in milliseconds since 1970; none: it is not asked about. */
  cohortsOf: (entered: number) => readonly string[];
  /** Whether what this rep owned, or had a share of, when it came into the stage counts. */
  counts: (ownerId: string | null) => boolean;
}>;

/**
 * Stage conversion by cohort: stage conversion = advanced ÷ entered. A deal belongs to the cohort of each stage that it
 * came into in the time of the cohort, and what became of it counts whenever that was. Stages that are skipped are not
 * entered. Each cohort has the stages in their order, then those that the process does not have (any more), of which
 * only a win leads on.
 */
export const stageConversion = (
  eachPath: (visit: (path: DealPath) => void) => void,
  { stages, cohortsOf, counts }: ConversionQuestion,
): ReadonlyMap<string, readonly StageFigures[]> => {
  const orders = new Map(stages.map((stage, order) => [stage, order]));
  const cohorts = new Map<string, Map<string, Tally>>();
  eachPath((path) => {
    const visits = stageVisits(path);
    const entered = visits.map(({ first }) => (path.isHeldBy(first, counts) ? cohortsOf(path.from(first)) : []));
    const status = path.status(path.length - 1);
    const won = lastWonIn(path);
    let furthest = -1;
    for (let at = visits.length - 1; at >= 0; at -= 1) {
      const { stage, first } = visits[at] as Visit;
      const order = orders.get(stage);
      const advanced = furthest > (order ?? Number.POSITIVE_INFINITY) || won >= first;
      furthest = Math.max(furthest, order ?? -1);
      for (const cohort of entered[at] ?? []) {
        if (isRepeated(visits, entered, at, cohort)) continue;
        tallyOf(cohorts, cohort, stage).add(status, advanced, lengthsOf(path, visits, stage));
      }
    }
  });
  return new Map([...cohorts].map(([cohort, tallies]) => [cohort, shownInOrder(tallies, stages)]));
};

/** The last place at which the deal was won, be it for a while; -1: it never was. */
const lastWonIn = (path: DealPath): number => {
  let place = path.length - 1;
  while (place >= 0 && path.status(place) !== 'Won') place -= 1;
  return place;
};

/** Whether the deal came into that stage before, in the same cohort. */
const isRepeated = (
  visits: readonly Visit[],
  entered: readonly (readonly string[])[],
  at: number,
  cohort: string,
): boolean => {
  const { stage } = visits[at] as Visit;
  for (let earlier = 0; earlier < at; earlier += 1) {
    if (visits[earlier]?.stage === stage && entered[earlier]?.includes(cohort)) return true;
  }
  return false;
};

type Lengths = Readonly<{ latest: number; cumulative: number }>;

/** How long the deal was in the stage the last time and all times together, in milliseconds; null: it is there still. */
const lengthsOf = (path: DealPath, visits: readonly Visit[], wanted: string): Lengths | null => {
  let [latest, cumulative]: [number | null, number] = [null, 0];
  for (const { stage, first, last } of visits) {
    if (stage !== wanted) continue;
    const to = path.to(last);
    latest = to === null ? null : to - path.from(first);
    cumulative += latest ?? 0;
  }
  return latest === null ? null : { latest, cumulative };
};

const tallyOf = (cohorts: Map<string, Map<string, Tally>>, cohort: string, stage: string): Tally => {
  let tallies = cohorts.get(cohort);
  if (tallies === undefined) {
    tallies = new Map();
    cohorts.set(cohort, tallies);
  }
  let tally = tallies.get(stage);
  if (tally === undefined) {
    tally = new Tally();
    tallies.set(stage, tally);
  }
  return tally;
};

/** A cohort that nothing belongs to. */
export const withoutDeals = (stages: readonly string[]): readonly StageFigures[] => shownInOrder(new Map(), stages);

const shownInOrder = (tallies: ReadonlyMap<string, Tally>, stages: readonly string[]): readonly StageFigures[] => {
  const others = [...tallies.keys()].filter((stage) => !stages.includes(stage)).sort();
  return [...stages, ...others].map((stage) => (tallies.get(stage) ?? new Tally()).shown(stage));
};

class Tally {
  private readonly counts = { entered: 0, advanced: 0, lost: 0, open: 0, won: 0 };
  private readonly latest: number[] = [];
  private readonly cumulative: number[] = [];

  /** One more deal that entered: what it is in the end, and how long it was in the stage if it has left. */
  add(status: Deal['status'], advanced: boolean, lengths: Lengths | null): void {
    const { counts } = this;
    counts.entered += 1;
    if (status === 'Won') counts.won += 1;
    if (advanced) counts.advanced += 1;
    else if (status === 'Lost') counts.lost += 1;
    else counts.open += 1;
    if (lengths === null) return;
    this.latest.push(lengths.latest);
    this.cumulative.push(lengths.cumulative);
  }

  shown(stage: string): StageFigures {
    const { entered, advanced } = this.counts;
    return {
      stage,
      ...this.counts,
      conversion: entered === 0 ? null : advanced / entered,
      medianDaysInStage: medianDays(this.latest),
      medianDaysInStageCumulative: medianDays(this.cumulative),
    };
  }
}

/** Of lengths in milliseconds, in days to a tenth; null when there are none. */
const medianDays = (lengths: readonly number[]): number | null => {
  const median = medianOf(lengths);
  return median === null ? null : Math.round((median / DAY_MS) * 10) / 10;
};
