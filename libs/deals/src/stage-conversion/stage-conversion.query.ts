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
import { type CalendarDate, daysOf, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type PeriodUnit } from '#kernel/period.js';
import { dateIn, momentIn, startOfDayIn } from '#kernel/time-zone.js';
import { ReadModels } from '#projections/read-models.js';
import { CursorPage, type PageAsked } from '#read-store/cursor-page.js';
import type { Process } from '#sales-process/sales-process.contract.js';
import { type BehindEvent, DealEvents } from '../deal-events/deal-events.js';
import { DealFigures, dealFigureProjections } from '../deal-figures/deal-figures.contract.js';
import { amountOf } from '../deal-figures/span-view.js';
import { latestFirst } from '../deal-pages/deal-pages.contract.js';
import type { Deal } from '../domain/deal.state.js';
import { type OwnerFilter, ownersAt, pipelineScopeProjections, processAt } from '../pipeline-scope/pipeline-scope.js';
import { type EntryRow, isInEntryRow, StageConversion, type StageFigures } from './stage-conversion.js';
import { type StageEntry, stageEntries } from './stage-entries.js';

/** A deal that came into the stage, and what became of it. */
export type ShownEntry = Readonly<{
  dealId: string;
  /** When it did, for the first time in the cohort; `ownerId` and `amount` are what they were then. */
  enteredAt: Instant;
  ownerId: string | null;
  amount: Money;
  /** What the deal is as of `asOf`, and whether it came into a later stage after that, or was won. */
  status: Deal['status'];
  advanced: boolean;
  /** Of the latest stay, and of all of them, in days to a tenth; null: it is in the stage still. */
  daysInStage: number | null;
  daysInStageCumulative: number | null;
  /** What brought it into the stage. */
  event: BehindEvent;
}>;

/** Which deals to list: of this stage, of the cohort of that period or, null, of all, and this count of it. */
export type EntriesAsked = Readonly<{ stage: string; cohort: string | null; row: EntryRow }> & PageAsked;

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
  /** The deals that were asked for, the latest first. */
  items?: readonly ShownEntry[];
  next?: string | null;
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
    /** Null: none. */
    readonly list: EntriesAsked | null = null,
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
    private readonly events: DealEvents,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ processId, entered: asked, filter, by, at, list }: StageConversionQuery): Promise<Conversion> {
    const readFrom = [...dealFigureProjections, ...pipelineScopeProjections, ...companyProjections];
    const position = await this.readModels.reach(readFrom, at.after);
    const company = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const entered = momentsIn(asked, company);
    const process = await processAt(this.readModels, processId, at);
    const owners = await ownersAt(this.readModels, filter, at);
    const allowed = owners === null ? null : new Set(owners);
    const counts = (ownerId: string | null) => allowed === null || (ownerId !== null && allowed.has(ownerId));
    const began = inMilliseconds(entered);
    const cohortsAt = by === null ? () => ALL_ALONE : allAndPeriods(by, company);
    const cohortsOf = (instant: number) => (isWithin(began, instant) ? cohortsAt(instant) : NONE);
    const stages = process.stages.map(({ id }) => id);
    const converted = new StageConversion(stages);
    const listed = list && new CursorPage<Entered, EnteredPlace>(latestFirst, list);
    const look = stageEntries({ stages, cohortsOf, counts }, (entry, path) => {
      converted.add(entry);
      if (listed === null || list === null || !isListed(entry, list)) return;
      const { dealId, ownerId, revision } = path.at(entry.place);
      const place = { at: path.from(entry.place), revision, dealId };
      if (!listed.wants(place)) return;
      const amount = amountOf(path.creditsAt(entry.place, counts));
      listed.add({ at: place.at, revision, dealId, ownerId, amount, entry });
    });
    await this.figures.eachPath(at, { processId, began }, look);
    return readAnswer(at, position, {
      processId,
      ...entered,
      stages: named(converted.cohort(ALL), process),
      ...(by !== null && {
        cohorts: converted.names
          .filter((name) => name !== ALL)
          .map((period) => ({ period, stages: named(converted.cohort(period), process) })),
      }),
      ...(listed !== null && { items: await this.shown(listed.items), next: listed.next }),
    });
  }

  private shown(entries: readonly Entered[]): Promise<readonly ShownEntry[]> {
    const { currency } = this.settings;
    return Promise.all(
      entries.map(async ({ dealId, at, revision, ownerId, amount, entry: { status, advanced, stay } }) => ({
        dealId,
        enteredAt: instantOf(at),
        ownerId,
        amount: { amount, currency },
        status,
        advanced,
        daysInStage: stay && daysOf(stay.latest),
        daysInStageCumulative: stay && daysOf(stay.cumulative),
        event: await this.events.one(dealId, revision),
      })),
    );
  }
}

/** When a deal came into the stage, in milliseconds since 1970, and by which of its events. */
type EnteredPlace = Readonly<{ at: number; revision: number; dealId: string }>;

/** `amount` in minor units of the company's currency. */
type Entered = EnteredPlace & Readonly<{ ownerId: string | null; amount: number; entry: StageEntry }>;

const isListed = (entry: StageEntry, { stage, cohort, row }: EntriesAsked): boolean =>
  entry.stage === stage && entry.cohort === (cohort ?? ALL) && isInEntryRow(entry, row);

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
