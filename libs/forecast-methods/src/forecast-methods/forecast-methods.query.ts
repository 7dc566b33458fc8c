import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import { daysIn } from '#http/days-in.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import type { Period } from '#kernel/period.js';
import { inTurns } from '#projections/in-turns.js';
import { ReadModels } from '#projections/read-models.js';
import { versionAt } from '#projections/versions.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import { chosenMethodVersions } from '../chosen-method/chosen-method.projection.js';
import type { StageConversion } from '../domain/conversion-history.js';
import type { BackTestEvidence } from '../domain/forecast-method.events.js';
import { CHOSEN_METHOD } from '../domain/forecast-method.state.js';
import { FORECAST_METHODS, type ForecastMethod, forecastMethods, PeriodForecasts } from '../domain/forecast-methods.js';
import type { Segment } from '../segments.js';
import { situationAt } from '../situation-at.js';
import { dayRangeOf } from '../start-of-day.js';

export type ForecastMethods = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  /** Null: none was chosen; figures are stage-weighted then. */
  chosen: Readonly<{ method: string; since: Instant; evidence: BackTestEvidence | null }> | null;
  /** `forecast` is what it says of the period that was asked about; null: nothing, or none was. */
  methods: readonly Readonly<{ id: ForecastMethod; formula: string; source: string; forecast: Money | null }>[];
  /** What was learned by stage, segment and age, beside what is configured; `configured` null: the stage is gone. */
  stages: readonly (StageConversion & Readonly<{ configured: number | null }>)[];
}>;

export class ForecastMethodsQuery extends Query<ForecastMethods> {
  constructor(
    readonly segment: Segment,
    readonly period: Period | null,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** How the future can be forecast, by what was true and known at any instant. */
@QueryHandler(ForecastMethodsQuery)
export class ForecastMethodsHandler implements IQueryHandler<ForecastMethodsQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ segment, period, at }: ForecastMethodsQuery): Promise<ForecastMethods> {
    const { readModels, figures, settings } = this;
    const readFrom = [...dealFigureProjections, ...companyProjections, processVersions, chosenMethodVersions];
    const position = await readModels.reach(readFrom, at.after);
    const situation = await situationAt({ readModels, figures, settings }, at, segment);
    const { history, configured } = situation;
    const company = await companyKnownAt(readModels, settings, at.knownAt);
    const stages: ForecastMethods['stages'][number][] = [];
    await inTurns(
      history.stages((processId, stage) => configured(processId, stage)?.probability ?? 0),
      (stage) => stages.push({ ...stage, configured: configured(stage.processId, stage.stage)?.probability ?? null }),
    );
    const days = period && dayRangeOf(daysIn(company.calendar, period), company.timeZone);
    const forecasts = days && new PeriodForecasts(situation, days);
    if (forecasts !== null) await inTurns(situation.open, (deal) => forecasts.add(deal));
    const chosen = versionAt((await readModels.versions(chosenMethodVersions)).get(CHOSEN_METHOD), at.asOf, at.knownAt);
    return readAnswer(at, position, {
      chosen: chosen && { ...chosen.state, since: chosen.validFrom },
      methods: FORECAST_METHODS.map((id) => {
        const { formula, source } = forecastMethods[id];
        return { id, formula, source, forecast: this.money(forecasts?.of(id) ?? null) };
      }),
      stages,
    });
  }

  private money(amount: number | null): Money | null {
    return amount === null ? null : { amount, currency: this.settings.currency };
  }
}
