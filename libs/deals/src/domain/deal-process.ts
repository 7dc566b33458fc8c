import { type Rejected, reject } from '#kernel/outcome.js';

type DealStage = Readonly<{ id: string; name: string; requires: readonly string[] }>;

/** What a deal's decisions need to know of the process that the deal goes through, as it is when they are taken. */
export type DealProcess = Readonly<{
  id: string;
  stages: readonly DealStage[];
  rules: Readonly<{ allowSkip: boolean; allowBack: boolean }>;
}>;

/** Place in the order; -1 for a stage that a revision took out of the process. */
export const placeOf = (process: DealProcess, stageId: string): number =>
  process.stages.findIndex(({ id }) => id === stageId);

/** A stage and its place in the order. */
export const stageAt = (
  process: DealProcess,
  stageId: string,
): Readonly<{ stage: DealStage; index: number }> | Rejected<'StageUnknown'> => {
  const index = placeOf(process, stageId);
  const stage = process.stages[index];
  return stage ? { stage, index } : reject('StageUnknown', `Process ${process.id} has no stage ${stageId}`);
};
