import { byColumn } from '#deals/deal-figures/deal-figures.contract.js';
import type { CategoryOverride } from '#deals/deals.contract.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';

/** The read models that `stageWeightsAt` reads. */
export const stageWeightProjections = [processVersions];

/** What decides how an open deal counts; `category` null: as the stage says. */
export type StageOfDeal = Readonly<{ processId: string; stage: string; category: CategoryOverride | null }>;

/** Groups deals by what `StageOfDeal` holds, to be read by `stageOfDeal`. */
export const STAGE_OF_DEAL = [byColumn('processId'), byColumn('stage'), byColumn('category')] as const;

export const stageOfDeal = ([processId, stage, category]: readonly (string | null)[]): StageOfDeal => ({
  processId: String(processId),
  stage: String(stage),
  category: category as CategoryOverride | null,
});

/** How an open deal counts in a forecast. */
export type StageWeight = Readonly<{ category: ForecastCategory; probability: number }>;

// A stage that the process no longer has: its deals are in the pipeline and weigh nothing.
const UNKNOWN: StageWeight = { category: 'pipeline', probability: 0 };

/** Tells how an open deal counts by the stages of its process as they were at the instant; null: omitted from forecasts. */
export const stageWeightsAt = async (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<(deal: StageOfDeal) => StageWeight | null> => {
  const processes = await statesAt(readModels, processVersions, asOf, knownAt);
  const weights = new Map<string, StageWeight>();
  for (const [processId, { stages }] of processes) {
    for (const { id, probability, forecastCategory } of stages) {
      weights.set(keyOf(processId, id), { category: forecastCategory, probability });
    }
  }
  return ({ processId, stage, category }) => {
    const { category: ofStage, probability } = weights.get(keyOf(processId, stage)) ?? UNKNOWN;
    return category === 'omitted' ? null : { category: category ?? ofStage, probability };
  };
};

const keyOf = (processId: string, stage: string): string => JSON.stringify([processId, stage]);
