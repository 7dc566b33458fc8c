import type { DealPath } from '../deal-paths/deal-path.js';
import type { PathVisitor } from '../deal-paths/paths-in.js';
import type { Deal } from '../domain/deal.state.js';
import { stageVisits, type Visit } from './stage-visits.js';

/** That a deal came into a stage in the time of a cohort, and what became of it until its path ends. */
export type StageEntry = Readonly<{
  cohort: string;
  stage: string;
  /** The place in the path at which it came into the stage, for the first time in the cohort. */
  place: number;
  /** What the deal is where the path ends. */
  status: Deal['status'];
  /** Whether it came into a later stage afterwards, or was won, be it for a while. */
  advanced: boolean;
  /** How long it was in the stage; null: it is there still. */
  stay: Stay | null;
}>;

/** The last time, and all times together, in milliseconds. */
export type Stay = Readonly<{ latest: number; cumulative: number }>;

export type ConversionQuestion = Readonly<{
  /** Ids of the stages in the order of the process. */
  stages: readonly string[];
  /** The cohorts of what came into a stage at that instant, in milliseconds since 1970; none: it is not asked about. */
  cohortsOf: (entered: number) => readonly string[];
  /** Whether what this rep owned, or had a share of, when it came into the stage counts. */
  counts: (ownerId: string | null) => boolean;
}>;

/**
 * Looks at paths for what came into a stage: each deal once for each stage and cohort. What became of it counts whenever that was.
 * Stages that are skipped are not entered. From a stage that the process does not have (any more) only a win leads on.
 */
export const stageEntries = (
  { stages, cohortsOf, counts }: ConversionQuestion,
  visit: (entry: StageEntry, path: DealPath) => void,
): PathVisitor => {
  const orders = new Map(stages.map((stage, order) => [stage, order]));
  return (path) => {
    const visits = stageVisits(path);
    const entered = visits.map(({ first }) => (path.isHeldBy(first, counts) ? cohortsOf(path.from(first)) : []));
    const status = path.status(path.length - 1);
    const won = lastWonIn(path);
    let furthest = -1;
    for (let at = visits.length - 1; at >= 0; at -= 1) {
      const { stage, first: place } = visits[at] as Visit;
      const order = orders.get(stage);
      const advanced = furthest > (order ?? Number.POSITIVE_INFINITY) || won >= place;
      furthest = Math.max(furthest, order ?? -1);
      for (const cohort of entered[at] ?? []) {
        if (isRepeated(visits, entered, at, cohort)) continue;
        visit({ cohort, stage, place, status, advanced, stay: stayIn(path, visits, stage) }, path);
      }
    }
  };
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

const stayIn = (path: DealPath, visits: readonly Visit[], wanted: string): Stay | null => {
  let [latest, cumulative]: [number | null, number] = [null, 0];
  for (const { stage, first, last } of visits) {
    if (stage !== wanted) continue;
    const to = path.to(last);
    latest = to === null ? null : to - path.from(first);
    cumulative += latest ?? 0;
  }
  return latest === null ? null : { latest, cumulative };
};
