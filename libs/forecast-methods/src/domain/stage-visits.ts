import type { DealEnd, StageVisit } from './observed-deal.js';

/** What a deal was from a day on, until the next state. */
export type DealState = Readonly<{
  day: number;
  stage: string;
  status: 'Open' | 'Won' | 'Lost';
  signedDay: number | null;
}>;

/**
 * The stays in stages that a deal's states make up, and its end. A deal that is open again begins a new stay, and has no
 * end until it is closed once more.
 */
export const stageVisits = (
  states: readonly DealState[],
): Readonly<{ visits: readonly StageVisit[]; end: DealEnd | null }> => {
  const visits: StageVisit[] = [];
  let end: DealEnd | null = null;
  const leave = (day: number): void => {
    const last = visits.at(-1);
    if (last && last.to === null) visits[visits.length - 1] = { ...last, to: day };
  };
  for (const { day, stage, status, signedDay } of states) {
    const last = visits.at(-1);
    if (status !== 'Open') {
      leave(day);
      end ??= { kind: status === 'Won' ? 'won' : 'lost', day, signedDay };
    } else if (end !== null || last?.stage !== stage) {
      leave(day);
      visits.push({ stage, from: day, to: null });
      end = null;
    }
  }
  return { visits, end };
};
