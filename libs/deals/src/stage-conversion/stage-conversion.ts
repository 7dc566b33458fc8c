import { medianOf } from '#kernel/median.js';
import type { DealPath, Stretch } from '../deal-paths/deal-path.js';
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
  /** The cohort of what came into a stage at that instant, in milliseconds since 1970; null: not asked about. */
  cohortOf: (entered: number) => string | null;
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
  paths: Iterable<DealPath>,
  { stages, cohortOf, counts }: ConversionQuestion,
): ReadonlyMap<string, readonly StageFigures[]> => {
  const place = new Map(stages.map((stage, at) => [stage, at]));
  const cohorts = new Map<string, Map<string, Tally>>();
  for (const path of paths) {
    const visits = stageVisits(path);
    const counted = new Set<string>();
    for (const [at, visit] of visits.entries()) {
      const { stage, from, holders } = visit;
      const cohort = holders.some(counts) ? cohortOf(from) : null;
      if (cohort === null || counted.has(`${cohort} ${stage}`)) continue;
      counted.add(`${cohort} ${stage}`);
      const order = place.get(stage) ?? Number.POSITIVE_INFINITY;
      const advanced = visits.slice(at + 1).some((later) => (place.get(later.stage) ?? -1) > order);
      tallyOf(cohorts, cohort, stage).add({
        status: path.stretches.at(-1)?.status ?? 'Open',
        advanced: advanced || wonAfter(path, visit),
        stays: visits.filter((other) => other.stage === stage),
      });
    }
  }
  return new Map([...cohorts].map(([cohort, tallies]) => [cohort, shownInOrder(tallies, stages)]));
};

const tallyOf = (cohorts: Map<string, Map<string, Tally>>, cohort: string, stage: string): Tally => {
  const tallies = cohorts.get(cohort) ?? new Map<string, Tally>();
  cohorts.set(cohort, tallies);
  const tally = tallies.get(stage) ?? new Tally();
  tallies.set(stage, tally);
  return tally;
};

/** A cohort that nothing belongs to. */
export const withoutDeals = (stages: readonly string[]): readonly StageFigures[] => shownInOrder(new Map(), stages);

const shownInOrder = (tallies: ReadonlyMap<string, Tally>, stages: readonly string[]): readonly StageFigures[] => {
  const others = [...tallies.keys()].filter((stage) => !stages.includes(stage)).sort();
  return [...stages, ...others].map((stage) => (tallies.get(stage) ?? new Tally()).shown(stage));
};

/** Whether the deal was won, be it for a while, after it came into the stage. */
const wonAfter = ({ stretches }: DealPath, { begins }: Visit): boolean =>
  stretches.slice(begins).some(({ status }) => status === 'Won');

const DAY_MS = 86_400_000;

class Tally {
  private readonly counts = { entered: 0, advanced: 0, lost: 0, open: 0, won: 0 };
  private readonly latest: number[] = [];
  private readonly cumulative: number[] = [];

  /** One more deal that entered: what it is in the end, and all its stays in the stage. */
  add({
    status,
    advanced,
    stays,
  }: Readonly<{ status: Stretch['status']; advanced: boolean; stays: readonly Visit[] }>): void {
    const { counts } = this;
    counts.entered += 1;
    if (status === 'Won') counts.won += 1;
    if (advanced) counts.advanced += 1;
    else if (status === 'Lost') counts.lost += 1;
    else counts.open += 1;
    const lengths = stays.map(({ from, to }) => (to === null ? null : to - from));
    const last = lengths.at(-1) ?? null;
    if (last === null) return;
    this.latest.push(last);
    this.cumulative.push(lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0));
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
