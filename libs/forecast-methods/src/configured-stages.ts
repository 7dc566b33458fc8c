import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import type { ConfiguredStage } from './domain/observed-deal.js';

/** A stage as it was configured; null: its process has it no longer. */
export type ConfiguredStages = (processId: string, stage: string) => ConfiguredStage | null;

export const configuredStagesAt = async (
  readModels: ReadModels,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<ConfiguredStages> => {
  const processes = new Map<string, ReadonlyMap<string, ConfiguredStage>>();
  for (const [processId, process] of await statesAt(readModels, processVersions, asOf, knownAt)) {
    const stages = process.stages.map(
      ({ id, probability, forecastCategory: category }) => [id, { probability, category }] as const,
    );
    processes.set(processId, new Map(stages));
  }
  return (processId, stage) => processes.get(processId)?.get(stage) ?? null;
};
