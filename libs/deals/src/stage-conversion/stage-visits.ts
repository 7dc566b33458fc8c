import type { DealPath } from '../deal-paths/deal-path.js';

/** A deal's stay in a stage while it was open, by the places in its path with which it began and ended. */
export type Visit = Readonly<{ stage: string; first: number; last: number }>;

/** The stays of a deal in stages, oldest first. One that is opened again comes into its stage anew. */
export const stageVisits = (path: DealPath): readonly Visit[] => {
  const visits: { stage: string; first: number; last: number }[] = [];
  for (let place = 0; place < path.length; place += 1) {
    if (path.status(place) !== 'Open') continue;
    const stage = path.stage(place);
    const latest = visits[visits.length - 1];
    if (latest?.stage === stage && latest.last === place - 1) latest.last = place;
    else visits.push({ stage, first: place, last: place });
  }
  return visits;
};
