import { CreateBody, Decimal, Flag, Id, ListOf, Nested, OneOf, Text, Texts, Whole } from '#http/fields.js';
import { FORECAST_CATEGORIES, type ForecastCategory } from '#kernel/forecast-category.js';

class StageBody {
  @Id()
  id!: string;

  @Text()
  name!: string;

  @Decimal({ min: 0, max: 1, description: 'That an open deal in this stage will be won' })
  probability!: number;

  @OneOf(FORECAST_CATEGORIES)
  forecastCategory!: ForecastCategory;

  @Whole({ optional: true, min: 1, max: 3650, description: 'Days without a counted event after which a deal rots' })
  rotAfterDays?: number | null;

  @Texts({ optional: true, description: 'Fields that must be filled to enter the stage' })
  requires?: string[];

  @Text({ optional: true, max: 4000, description: 'What to do in this stage' })
  guidance?: string | null;
}

class RulesBody {
  @Flag({ optional: true, description: 'A deal may pass over stages' })
  allowSkip?: boolean;

  @Flag({ optional: true, description: 'A deal may return to an earlier stage' })
  allowBack?: boolean;
}

export class ProcessBody extends CreateBody {
  @Text()
  name!: string;

  @ListOf(() => StageBody, { min: 1, max: 50, description: 'In their order' })
  stages!: StageBody[];

  @Nested(() => RulesBody, { optional: true })
  rules?: RulesBody;
}
