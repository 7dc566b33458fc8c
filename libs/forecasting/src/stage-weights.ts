import type { Grouping } from '#deals/deal-figures/deal-figures.contract.js';
import type { CategoryOverride } from '#deals/deals.contract.js';
import { configuredStagesAt } from '#forecast-methods/deal-outlooks.contract.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';

/** The read models that `stageWeightsAt` reads. */
export const stageWeightProjections = [processVersions];

/** What decides how an open deal counts; `category` null: as the stage says. */
export type StageOfDeal = Readonly<{ processId: string; stage: string; category: CategoryOverride | null }>;

/** How an open deal counts in a forecast. */
export type StageWeight = Readonly<{ category: ForecastCategory; probability: number }>;

/** Null: omitted from forecasts. */
export type WeightOf = (deal: StageOfDeal) => StageWeight | null;

/** Groups open deals by how they count, and leaves out those that are omitted. */
export class ByWeight {
  private readonly weights = new Map<string, StageWeight>();

  constructor(private readonly weightOf: WeightOf) {}

  readonly grouping: Grouping = {
    columns: ['processId', 'stage', 'category'],
    as: (processId, stage, category) => {
      const deal = {
        processId: String(processId),
        stage: String(stage),
        category: category as CategoryOverride | null,
      };
      const weight = this.weightOf(deal);
      if (weight === null) return undefined;
      const name = `${weight.category} ${weight.probability}`;
      this.weights.set(name, weight);
      return name;
    },
  };

  /** How the deals of a group count. */
  of(name: string | null | undefined): StageWeight {
    return this.weights.get(name ?? '') ?? UNKNOWN;
  }
}

// A stage that the process no longer has: its deals are in the pipeline and weigh nothing.
const UNKNOWN: StageWeight = { category: 'pipeline', probability: 0 };

/** Tells how an open deal counts by the stages of its process as they were at the instant. */
export const stageWeightsAt = async (readModels: ReadModels, asOf: Instant, knownAt: Instant): Promise<WeightOf> => {
  const configured = await configuredStagesAt(readModels, { asOf, knownAt });
  return ({ processId, stage, category }) => {
    const { category: ofStage, probability } = configured(processId, stage) ?? UNKNOWN;
    return category === 'omitted' ? null : { category: category ?? ofStage, probability };
  };
};
