import type { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import type { Process, Stage } from '#sales-process/sales-process.contract.js';
import type { Reads } from '../questions/question.js';

/** A stage of another stage list; `from` are the stages of the process, past ones too, whose deals stand in it. */
export type ScenarioStage = Readonly<{
  id: string;
  name: string;
  probability: number;
  forecastCategory: ForecastCategory;
  from: readonly string[];
}>;

/**
 * The same history under other assumptions. What is null stays as it was.
 * - `stages`: another stage list of the process, at every instant. A deal whose stage no one takes over keeps it, as a
 *   stage that its process has no longer.
 * - `probabilities`: of stages by id, of the list that holds (the other one, if there is one).
 * - `owners`: who would have owned what was whose; credit for what was won goes with it.
 */
export type Scenario = Readonly<{
  processId: string | null;
  stages: readonly ScenarioStage[] | null;
  probabilities: Readonly<Record<string, number>> | null;
  owners: Readonly<Record<string, string>> | null;
}>;

/** What questions are answered from, under a scenario: nothing is written, and nobody else sees it. */
export const readsUnder = (scenario: Scenario, reads: Reads): Reads => ({
  ...reads,
  figures: figuresUnder(scenario, reads.figures),
  readModels: reads.readModels.retold(processVersions, (record) => ({
    ...record,
    versions: record.versions.map((version) => ({
      ...version,
      state: processUnder(scenario, record.id, version.state),
    })),
  })),
});

const figuresUnder = ({ processId, stages, owners }: Scenario, figures: DealFigures): DealFigures => {
  const stageById = new Map((stages ?? []).flatMap(({ id, from }) => from.map((old) => [old, id] as const)));
  return figures.retold({
    stageOf: (process, stage) => (isMeant(processId, process) ? (stageById.get(stage) ?? stage) : stage),
    ownerOf: (ownerId) => (ownerId !== null && owners !== null ? (owners[ownerId] ?? ownerId) : ownerId),
  });
};

const processUnder = ({ processId, stages, probabilities }: Scenario, id: string, process: Process): Process => {
  if (!isMeant(processId, id)) return process;
  const list = stages === null ? process.stages : stages.map(stageOf);
  return {
    ...process,
    stages: list.map((stage) => ({ ...stage, probability: probabilities?.[stage.id] ?? stage.probability })),
  };
};

const stageOf = ({ id, name, probability, forecastCategory }: ScenarioStage): Stage => ({
  ...{ id, name, probability, forecastCategory },
  ...{ rotAfterDays: null, requires: [], guidance: null },
});

const isMeant = (processId: string | null, id: string): boolean => processId === null || processId === id;
