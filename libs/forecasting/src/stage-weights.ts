import type { OpenSum } from '#deals/deal-history/deal-figures.contract.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { Instant } from '#kernel/instant.js';
import { statesAt } from '#projections/states-at.js';
import type { ReadStore } from '#read-store/read-store.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';

/** The read models that `stageWeightsAt` reads. */
export const stageWeightProjections = [processVersions];

/** How an open deal counts in a forecast. */
export type StageWeight = Readonly<{ category: ForecastCategory; probability: number }>;

// A stage that the process no longer has: its deals are in the pipeline and weigh nothing.
const UNKNOWN: StageWeight = { category: 'pipeline', probability: 0 };

/** Tells how an open deal counts by the stages of its process as they were at the instant; null: omitted from forecasts. */
export const stageWeightsAt = async (
  store: ReadStore,
  asOf: Instant,
  knownAt: Instant,
): Promise<(deal: Pick<OpenSum, 'processId' | 'stage' | 'category'>) => StageWeight | null> => {
  const processes = await statesAt(store, processVersions.documents, asOf, knownAt);
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
