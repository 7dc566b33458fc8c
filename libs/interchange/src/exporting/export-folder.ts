import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActivityEvent, activityDecider } from '#activities/activities.contract.js';
import type { EventRegistry } from '#commands/event-registry.js';
import {
  type CompanyEvent,
  companyDecider,
  type ExchangeRateEvent,
  exchangeRateDecider,
} from '#company/company.contract.js';
import { type CustomerEvent, customerDecider } from '#customers/customers.contract.js';
import { type DealEvent, dealDecider } from '#deals/deals.contract.js';
import { type EventStore, UnreadableEvent } from '#event-store/event-store.js';
import type { ForecastMethodEvent } from '#forecast-methods/forecast-methods.contract.js';
import {
  type ForecastAdjustmentEvent,
  type ForecastSubmissionEvent,
  type LeaderboardNameEvent,
  type QuotaEvent,
  quotaDecider,
  type SubmissionDeadlineEvent,
} from '#forecasting/forecasting.contract.js';
import type { DomainEvent, Recorded } from '#kernel/event.js';
import { formatDecimal } from '#kernel/money.js';
import { type LeadEvent, leadDecider } from '#leads/leads.contract.js';
import { type RepEvent, repDecider, type TeamEvent, teamDecider } from '#people/people.contract.js';
import { type ProductEvent, productDecider } from '#products/products.contract.js';
import type { SavedReportEvent } from '#reports/reports.contract.js';
import { type ProcessEvent, processDecider } from '#sales-process/sales-process.contract.js';
import { PROCESSES } from '../annals/annals-files.js';
import type { OnProgress } from '../loading/progress.js';
import { type CellValue, CsvWriter } from './csv-writer.contract.js';
import { ACTIVITY_COLUMNS, exportedActivity } from './exported-activity.js';
import { detailsOf, provenanceCells } from './exported-cells.js';
import {
  CUSTOMER_COLUMNS,
  CUSTOMER_EVENT_COLUMNS,
  exportedCustomer,
  exportedCustomerEvent,
} from './exported-customer.js';
import { DEAL_EVENT_COLUMNS, exportedDeal } from './exported-deal.js';
import {
  ADJUSTMENT_COLUMNS,
  DEADLINE_COLUMNS,
  exportedAdjustment,
  exportedDeadline,
  exportedLeaderboardName,
  exportedSubmission,
  LEADERBOARD_NAME_COLUMNS,
  SUBMISSION_COLUMNS,
} from './exported-forecast-calls.js';
import { exportedForecastMethod, FORECAST_METHOD_COLUMNS } from './exported-forecast-method.js';
import { exportedLead, exportedLeadEvent, LEAD_COLUMNS, LEAD_EVENT_COLUMNS } from './exported-lead.js';
import {
  exportedRepEvent,
  exportedTeam,
  exportedTeamEvent,
  REP_EVENT_COLUMNS,
  TEAM_COLUMNS,
  TEAM_EVENT_COLUMNS,
} from './exported-organisation.js';
import { exportedQuota, QUOTA_COLUMNS } from './exported-quota.js';
import { exportedSavedReport, SAVED_REPORT_COLUMNS } from './exported-saved-report.js';

/** Events read from the log at a time. */
const PAGE = 2000;

export type ExportReport = Readonly<{ events: number; files: Readonly<Record<string, number>>; omitted: number }>;

type Rep = { cells: Record<string, CellValue>; details: Record<string, unknown> };

const writersIn = (folder: string) => {
  const csv = <C extends string>(name: string, columns: readonly C[]) => new CsvWriter(join(folder, name), columns);
  return {
    'teams.csv': csv('teams.csv', TEAM_COLUMNS),
    'team_events.csv': csv('team_events.csv', TEAM_EVENT_COLUMNS),
    'rep_events.csv': csv('rep_events.csv', REP_EVENT_COLUMNS),
    'reps.csv': csv('reps.csv', [
      'id',
      'name',
      'email',
      'team_id',
      'role',
      'region',
      'hired_on',
      'departed_on',
      'occurred_at',
      'actor_id',
      'details',
    ]),
    'products.csv': csv('products.csv', [
      'id',
      'name',
      'model_id',
      'model_name',
      'price',
      'currency',
      'revision',
      'occurred_at',
      'actor_id',
      'details',
    ]),
    'company_calendars.csv': csv('company_calendars.csv', [
      'occurred_at',
      'kind',
      'start_month',
      'year_end_rule',
      'year_end_weekday',
      'year_end_month',
      'time_zone',
      'actor_id',
      'details',
    ]),
    'exchange_rates.csv': csv('exchange_rates.csv', [
      'currency',
      'base',
      'rate',
      'from',
      'occurred_at',
      'actor_id',
      'details',
    ]),
    'customers.csv': csv('customers.csv', CUSTOMER_COLUMNS),
    'customer_events.csv': csv('customer_events.csv', CUSTOMER_EVENT_COLUMNS),
    'leads.csv': csv('leads.csv', LEAD_COLUMNS),
    'lead_events.csv': csv('lead_events.csv', LEAD_EVENT_COLUMNS),
    'quotas.csv': csv('quotas.csv', QUOTA_COLUMNS),
    'forecast_adjustments.csv': csv('forecast_adjustments.csv', ADJUSTMENT_COLUMNS),
    'forecast_submissions.csv': csv('forecast_submissions.csv', SUBMISSION_COLUMNS),
    'submission_deadlines.csv': csv('submission_deadlines.csv', DEADLINE_COLUMNS),
    'leaderboard_names.csv': csv('leaderboard_names.csv', LEADERBOARD_NAME_COLUMNS),
    'forecast_methods.csv': csv('forecast_methods.csv', FORECAST_METHOD_COLUMNS),
    'saved_reports.csv': csv('saved_reports.csv', SAVED_REPORT_COLUMNS),
    'deal_events.csv': csv('deal_events.csv', DEAL_EVENT_COLUMNS),
    'activities.csv': csv('activities.csv', ACTIVITY_COLUMNS),
  };
};

/**
 * Writes the interchange files of all that the log holds now, in one pass over it. Tokens and the receipts of handovers
 * are left out (`omitted` counts them): a token is a secret, and what was handed over is in the facts of the records.
 */
export const exportFolder = async (
  folder: string,
  { events, registry }: Readonly<{ events: EventStore; registry: EventRegistry }>,
  onProgress: OnProgress = () => {},
): Promise<ExportReport> => {
  await mkdir(folder, { recursive: true });
  // A folder has either the whole export or what was there before, file by file.
  const parts = join(folder, '.export');
  await rm(parts, { recursive: true, force: true });
  await mkdir(parts);
  const report = await exportInto(parts, { events, registry }, onProgress);
  for (const file of Object.keys(report.files)) await rename(join(parts, file), join(folder, file));
  await rm(parts, { recursive: true });
  return report;
};

const exportInto = async (
  parts: string,
  { events, registry }: Readonly<{ events: EventStore; registry: EventRegistry }>,
  onProgress: OnProgress,
): Promise<ExportReport> => {
  const run = new ExportRun(parts);
  try {
    const head = await events.head();
    let after: bigint | undefined;
    for (;;) {
      const page = await events.readAll({ limit: PAGE, ...(after !== undefined && { after }) });
      for (const stored of page) {
        if (head === null || stored.position > head) break;
        // Without it the files would tell another past.
        if (stored.unreadable !== undefined) throw new UnreadableEvent(stored, stored.unreadable);
        if (!registry.isBookkeeping(stored)) await run.add(registry.decode(stored));
      }
      const last = page.at(-1);
      if (!last || head === null || last.position >= head) break;
      after = last.position;
      onProgress({ phase: 'log', done: run.events, total: null });
    }
    return await run.finish();
  } catch (error) {
    run.abandon();
    throw error;
  }
};

const NO_YEAR_END = { rule: null, weekday: null, month: null };

class ExportRun {
  readonly #writers: ReturnType<typeof writersIn>;
  readonly #processes = new Map<string, Record<string, unknown> & { revisions: unknown[] }>();
  readonly #reps = new Map<string, Rep>();
  readonly #revisions = new Map<string, number>();
  events = 0;
  #omitted = 0;

  constructor(private readonly folder: string) {
    this.#writers = writersIn(folder);
  }

  async add(event: Recorded<DomainEvent>): Promise<void> {
    this.events += 1;
    const category = event.stream.slice(0, event.stream.indexOf('-'));
    switch (category) {
      case dealDecider.category:
        return this.#writers['deal_events.csv'].write(exportedDeal(event as Recorded<DealEvent>));
      case activityDecider.category:
        return this.#writers['activities.csv'].write(exportedActivity(event as Recorded<ActivityEvent>));
      case customerDecider.category:
        return this.#customer(event as Recorded<CustomerEvent>);
      case leadDecider.category:
        return this.#lead(event as Recorded<LeadEvent>);
      case companyDecider.category:
        return this.#companyCalendar(event as Recorded<CompanyEvent>);
      case exchangeRateDecider.category:
        return this.#exchangeRate(event as Recorded<ExchangeRateEvent>);
      case processDecider.category:
        return this.#process(event as Recorded<ProcessEvent>);
      case teamDecider.category:
        return this.#team(event as Recorded<TeamEvent>);
      case repDecider.category:
        return this.#rep(event as Recorded<RepEvent>);
      case productDecider.category:
        return this.#product(event as Recorded<ProductEvent>);
      case quotaDecider.category:
        return this.#writers['quotas.csv'].write(exportedQuota(event as Recorded<QuotaEvent>));
      default:
        return this.#byType(event);
    }
  }

  async finish(): Promise<ExportReport> {
    for (const { cells, details } of this.#reps.values()) {
      const text = Object.keys(details).length === 0 ? '' : JSON.stringify(details);
      await this.#writers['reps.csv'].write({ ...cells, details: text });
    }
    await writeFile(join(this.folder, PROCESSES), `${JSON.stringify([...this.#processes.values()], null, 2)}\n`);
    const files: Record<string, number> = { [PROCESSES]: this.#processes.size };
    for (const [name, writer] of Object.entries(this.#writers)) {
      await writer.close();
      files[name] = writer.rows;
    }
    return { events: this.events, files, omitted: this.#omitted };
  }

  abandon(): void {
    for (const writer of Object.values(this.#writers)) writer.abandon();
  }

  #customer(event: Recorded<CustomerEvent>): Promise<void> {
    return event.type === 'CustomerAdded'
      ? this.#writers['customers.csv'].write(exportedCustomer(event))
      : this.#writers['customer_events.csv'].write(exportedCustomerEvent(event));
  }

  #lead(event: Recorded<LeadEvent>): Promise<void> {
    return event.type === 'LeadCaptured'
      ? this.#writers['leads.csv'].write(exportedLead(event))
      : this.#writers['lead_events.csv'].write(exportedLeadEvent(event));
  }

  #companyCalendar(event: Recorded<CompanyEvent>): Promise<void> {
    const { calendar, timeZone: time_zone } = event.data;
    const { rule, weekday, month } = calendar.kind === 'gregorian' ? NO_YEAR_END : calendar.yearEnd;
    return this.#writers['company_calendars.csv'].write({
      ...provenanceCells(event),
      kind: calendar.kind,
      ...(calendar.kind === 'gregorian' && { start_month: calendar.startMonth }),
      ...{ year_end_rule: rule, year_end_weekday: weekday, year_end_month: month },
      time_zone,
      details: detailsOf(event),
    });
  }

  #exchangeRate(event: Recorded<ExchangeRateEvent>): Promise<void> {
    const { currency, base, rate, from } = event.data;
    const cells = { currency, base, rate, from, ...provenanceCells(event), details: detailsOf(event) };
    return this.#writers['exchange_rates.csv'].write(cells);
  }

  #process({ type, data, meta }: Recorded<ProcessEvent>): void {
    const { processId: id, name, stages, rules } = data;
    const { at: occurredAt, by: actorId, onBehalfOf } = meta;
    const version = { name, stages, rules, occurredAt, actorId, ...(onBehalfOf !== undefined && { onBehalfOf }) };
    if (type === 'ProcessDefined') this.#processes.set(id, { id, ...version, revisions: [] });
    else this.#processes.get(id)?.revisions.push(version);
  }

  #team(event: Recorded<TeamEvent>): Promise<void> {
    return event.type === 'TeamFormed'
      ? this.#writers['teams.csv'].write(exportedTeam(event))
      : this.#writers['team_events.csv'].write(exportedTeamEvent(event));
  }

  async #rep(event: Recorded<RepEvent>): Promise<void> {
    if (event.type === 'RepMoved' || event.type === 'RepProfileChanged') {
      return this.#writers['rep_events.csv'].write(exportedRepEvent(event));
    }
    const { type, data, meta } = event;
    const rep = this.#reps.get(data.repId);
    if (type === 'RepHired') {
      const { repId: id, name, email, teamId: team_id, role, region, hiredOn: hired_on } = data;
      const cells = { id, name, email, team_id, role, region, hired_on, occurred_at: meta.at, actor_id: meta.by };
      this.#reps.set(id, { cells, details: meta.onBehalfOf === undefined ? {} : { onBehalfOf: meta.onBehalfOf } });
    } else if (type === 'RepDeparted' && rep) {
      rep.cells.departed_on = data.on;
      Object.assign(rep.details, { departedAt: meta.at, departedBy: meta.by, reason: data.reason });
    } else this.#omitted += 1;
  }

  async #product(event: Recorded<ProductEvent>): Promise<void> {
    const { productId: id, name, models } = event.data;
    const revision = this.#revisions.get(id) ?? 0;
    this.#revisions.set(id, revision + 1);
    const cells = { id, name, revision, ...provenanceCells(event), details: detailsOf(event) };
    if (models.length === 0) await this.#writers['products.csv'].write(cells);
    for (const { id: model_id, name: model_name, price } of models) {
      const model = { model_id, model_name, price: formatDecimal(price), currency: price.currency };
      await this.#writers['products.csv'].write({ ...cells, ...model });
    }
  }

  /** What people say of forecasts and ask again and again, told apart by what happened: their streams have names of several words. */
  async #byType(event: Recorded<DomainEvent>): Promise<void> {
    switch (event.type) {
      case 'ForecastAdjusted':
        return this.#writers['forecast_adjustments.csv'].write(
          exportedAdjustment(event as Recorded<ForecastAdjustmentEvent>),
        );
      case 'ForecastSubmitted':
        return this.#writers['forecast_submissions.csv'].write(
          exportedSubmission(event as Recorded<ForecastSubmissionEvent>),
        );
      case 'LeaderboardNameChosen':
        return this.#writers['leaderboard_names.csv'].write(
          exportedLeaderboardName(event as Recorded<LeaderboardNameEvent>),
        );
      case 'ForecastMethodChosen':
        return this.#writers['forecast_methods.csv'].write(
          exportedForecastMethod(event as Recorded<ForecastMethodEvent>),
        );
      case 'ReportSaved':
      case 'ReportDiscarded':
      case 'ReportSent':
        return this.#writers['saved_reports.csv'].write(exportedSavedReport(event as Recorded<SavedReportEvent>));
      case 'SubmissionDeadlineSet':
        return this.#writers['submission_deadlines.csv'].write(
          exportedDeadline(event as Recorded<SubmissionDeadlineEvent>),
        );
      default:
        this.#omitted += 1;
    }
  }
}
