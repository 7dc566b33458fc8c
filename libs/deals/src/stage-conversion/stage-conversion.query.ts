import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { badInput } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { type Bounded, isWithin } from '#kernel/bounded.js';
import { periodOf, rangeOf } from '#kernel/calendar-periods.js';
import { type CalendarDate, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import { formatPeriod, type PeriodUnit } from '#kernel/period.js';
import { dateIn, momentIn, startOfDayIn } from '#kernel/time-zone.js';
import { ReadModels } from '#projections/read-models.js';
import type { Process } from '#sales-process/sales-process.contract.js';
import { DealFigures, dealFigureProjections } from '../deal-figures/deal-figures.contract.js';
import { type OwnerFilter, ownersAt, pipelineScopeProjections, processAt } from '../pipeline-scope/pipeline-scope.js';
import { type StageFigures, stageConversion, withoutDeals } from './stage-conversion.js';

type ConvertedStage = Readonly<{ id: string; name: string }> & Omit<StageFigures, 'stage'>;

export type Conversion = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  processId: string;
  from: Instant | null;
  to: Instant | null;
  /** Of everything that came into a stage in the time. */
  stages: readonly ConvertedStage[];
  /** By the period in which it did, in order; those without any are not there. */
  cohorts?: readonly Readonly<{ period: string; stages: readonly ConvertedStage[] }>[];
}>;

export class StageConversionQuery extends Query<Conversion> {
  constructor(
    readonly processId: string,
    /** When deals came into their stages; a day begins in the company's time zone. */
    readonly entered: Bounded<Instant | CalendarDate>,
    readonly filter: OwnerFilter,
    /** Null: one cohort. */
    readonly by: PeriodUnit | null,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** What became of the deals that came into each stage of a process, as it stood at any instant. */
@QueryHandler(StageConversionQuery)
export class StageConversionHandler implements IQueryHandler<StageConversionQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ processId, entered: asked, filter, by, at }: StageConversionQuery): Promise<Conversion> {
    const readFrom = [...dealFigureProjections, ...pipelineScopeProjections, ...companyProjections];
    const position = await this.readModels.reach(readFrom, at.after);
    const company = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const entered = momentsIn(asked, company);
    const process = await processAt(this.readModels, processId, at);
    const owners = await ownersAt(this.readModels, filter, at);
    const deals = await this.figures.at(at);
    const allowed = owners === null ? null : new Set(owners);
    const began = inMilliseconds(entered);
    const cohortsAt = by === null ? () => ALL_ALONE : allAndPeriods(by, company);
    const cohorts = stageConversion((visit) => deals.eachPath({ processId, began }, visit), {
      stages: process.stages.map(({ id }) => id),
      cohortsOf: (instant) => (isWithin(began, instant) ? cohortsAt(instant) : NONE),
      counts: (ownerId) => allowed === null || (ownerId !== null && allowed.has(ownerId)),
    });
    const all = cohorts.get(ALL) ?? withoutDeals(process.stages.map(({ id }) => id));
    return readAnswer(at, position, {
      processId,
      ...entered,
      stages: named(all, process),
      ...(by !== null && {
        cohorts: [...cohorts]
          .filter(([period]) => period !== ALL)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([period, stages]) => ({ period, stages: named(stages, process) })),
      }),
    });
  }
}

/** The cohort of everything; periods have names. */
const ALL = '';
const ALL_ALONE = [ALL];
const NONE: readonly string[] = [];

/** That cohort, and the period of the instant. */
const allAndPeriods = (
  unit: PeriodUnit,
  { timeZone, calendar }: CompanyCalendar,
): ((instant: number) => readonly string[]) => {
  const startOf = (day: CalendarDate): number => millisecondsOf(startOfDayIn(timeZone, day));
  const cohortsAt = (instant: number) => {
    const period = periodOf(dateIn(timeZone, instantOf(instant)), unit, calendar);
    const { from, to } = rangeOf(period, calendar);
    return { from: startOf(from), to: startOf(to), cohorts: [ALL, formatPeriod(period)] };
  };
  // There are few periods, and telling the day of an instant takes longer than looking among them.
  const known: ReturnType<typeof cohortsAt>[] = [];
  return (instant) => {
    let found = known.find(({ from, to }) => from <= instant && instant < to);
    if (found === undefined) {
      found = cohortsAt(instant);
      known.push(found);
    }
    return found.cohorts;
  };
};

const momentsIn = ({ from, to }: Bounded<Instant | CalendarDate>, { timeZone }: CompanyCalendar): Bounded<Instant> => {
  const bounds = {
    from: from === null ? null : momentIn(timeZone, from),
    to: to === null ? null : momentIn(timeZone, to),
  };
  if (bounds.from !== null && bounds.to !== null && bounds.to <= bounds.from) {
    throw badInput([{ path: 'to', message: 'must be after from' }]);
  }
  return bounds;
};

const inMilliseconds = ({ from, to }: Bounded<Instant>): Bounded<number> => ({
  from: from === null ? null : millisecondsOf(from),
  to: to === null ? null : millisecondsOf(to),
});

/** A stage that the process does not have (any more) goes by its id. */
const named = (figures: readonly StageFigures[], { stages }: Process): readonly ConvertedStage[] =>
  figures.map(({ stage: id, ...rest }) => ({ id, name: stages.find((stage) => stage.id === id)?.name ?? id, ...rest }));
