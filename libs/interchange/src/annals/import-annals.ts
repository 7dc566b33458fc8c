import { activityDecider } from '#activities/activities.contract.js';
import { type CalendarSettings, companyDecider, exchangeRateDecider } from '#company/company.contract.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import { forecastMethodDecider } from '#forecast-methods/forecast-methods.contract.js';
import {
  forecastAdjustmentDecider,
  forecastSubmissionDecider,
  leaderboardNameDecider,
  quotaDecider,
  submissionDeadlineDecider,
} from '#forecasting/forecasting.contract.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { leadDecider } from '#leads/leads.contract.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { productDecider } from '#products/products.contract.js';
import { savedReportDecider } from '#reports/reports.contract.js';
import { processDecider } from '#sales-process/sales-process.contract.js';
import { duplicatePlan } from '../duplicates/duplicate-plan.js';
import { PlannedCustomers } from '../duplicates/planned-customers.js';
import { eachConcurrently } from '../loading/each-concurrently.js';
import type { ImportHow } from '../loading/import-how.js';
import { type Mapped, type Mapping, mappingOf } from '../loading/mapping.js';
import type { OnProgress } from '../loading/progress.js';
import { byRecord, type Importing, type RecordCommands } from '../loading/record-commands.js';
import { CONCURRENT_RECORDS, RecordLoader } from '../loading/record-loader.js';
import { instantFrom } from '../rows/cells.js';
import type { Row, RowProblem } from '../rows/row.js';
import { activityCommands } from './activity-commands.js';
import { AnnalsFiles, type Kind, PROCESSES } from './annals-files.js';
import { companyCalendarCommands, exchangeRateCommands } from './company-commands.js';
import { customerEventCommands } from './customer-commands.js';
import { dealCommands } from './deal-commands.js';
import {
  adjustmentCommands,
  deadlineCommands,
  leaderboardNameCommands,
  submissionCommands,
} from './forecast-commands.js';
import { forecastMethodCommands } from './forecast-method-commands.js';
import { leadCommands, leadEventCommands } from './lead-commands.js';
import { departureCommands, quotaCommands, repCommands, teamCommands } from './organisation-commands.js';
import { repEventCommands, teamEventCommands } from './organisation-event-commands.js';
import { processCommands } from './process-commands.js';
import { productCommands } from './product-commands.js';
import { ReferencesThen } from './references-then.js';
import { savedReportCommands } from './saved-report-commands.js';

/**
 * Rows in memory at a time. Rows of one record keep the order of the file, however far apart they are; two that say
 * exactly the same, at the same instant, are two facts within so many rows, and a repetition beyond.
 */
const CHUNK = 20_000;

type Bad = readonly Readonly<{ row: Row; problems: readonly RowProblem[] }>[];

/** Imports a folder of interchange files. @throws UnreadableFile when a file is there and is not what it must be */
export const importAnnals = async (
  folder: string,
  importing: Importing,
  settings: CalendarSettings & Readonly<{ currency: string }>,
  onProgress: OnProgress,
  { columns, decimal, duplicates }: ImportHow,
): Promise<void> => {
  const files = new AnnalsFiles(folder, columns, decimal);
  await files.check();
  const { rows: total, first } = await files.survey();
  const { runner, actor, report } = importing;
  let mapping = await mappingOf({ runner, actor, first: first ?? importing.now }, settings);
  const loader = new RecordLoader(importing);
  const { choice = 'create' } = duplicates ?? {};
  const plan = duplicates && choice !== 'create' ? await duplicatePlan(folder, files, duplicates.customers) : new Map();
  const customers = new PlannedCustomers(choice, plan, importing);

  const loadRecords = async <S, E extends DomainEvent>(
    phase: string,
    decider: Decider<S | null, E>,
    records: Iterable<RecordCommands<S | null, E, string>>,
    bad: Bad = [],
  ): Promise<void> => {
    for (const { row, problems } of bad) report.problems(row, problems);
    await eachConcurrently(records, CONCURRENT_RECORDS, async (record) => {
      await loader.load(decider, record);
      onProgress({ phase, done: report.rows, total });
    });
  };

  /** `inOrder`: row by row, where what a record may become depends on the rows of others above. */
  const load = async <S, E extends DomainEvent>(
    kind: Kind,
    decider: Decider<S | null, E>,
    map: (row: Row) => Mapped<S, E>,
    { inOrder = false } = {},
  ): Promise<void> => {
    for await (const chunk of chunks(files, kind, importing)) {
      const bad: { row: Row; problems: readonly RowProblem[] }[] = [];
      const rows: RecordCommands<S | null, E, string>[] = [];
      for (const row of chunk) {
        const mapped = map(row);
        if ('problems' in mapped) bad.push({ row, problems: mapped.problems });
        else rows.push(mapped);
      }
      await loadRecords(kind, decider, inOrder ? [] : byRecord(rows), bad);
      if (!inOrder) continue;
      await loader.loadInOrder(decider, rows, () => onProgress({ phase: kind, done: report.rows, total }));
    }
  };

  await load('company_calendars', companyDecider, (row) => companyCalendarCommands(row, mapping));
  mapping = await mappingOf(mapping, settings);
  await load('exchange_rates', exchangeRateDecider, (row) => exchangeRateCommands(row, mapping));
  const processes = processCommands(PROCESSES, await files.processes(), mapping);
  await loadRecords('processes', processDecider, processes.records, processes.bad);
  // A team comes after the one above it.
  await load('teams', teamDecider, (row) => teamCommands(row, mapping), { inOrder: true });
  const reps: Row[] = [];
  await load('reps', repDecider, (row) => {
    reps.push(row);
    return repCommands(row, mapping);
  });
  // Where a team may go depends on where the others are then.
  await load('team_events', teamDecider, (row) => teamEventCommands(row, mapping), { inOrder: true });
  await load('rep_events', repDecider, (row) => repEventCommands(row, mapping));
  const productRows: Row[] = [];
  for await (const chunk of chunks(files, 'products', importing)) productRows.push(...chunk);
  const products = productCommands(productRows, mapping);
  await loadRecords('products', productDecider, products.records, products.bad);
  await load('customers', customerDecider, (row) => customers.commandsOf(row, mapping));
  for await (const customer of customers.notLeftOut()) await loadRecords('customers', customerDecider, [customer]);
  await load('customer_events', customerDecider, (row) => customerEventCommands(row, mapping));
  const references = new ReferencesThen(importing);
  const then = (row: Row): Mapping => {
    const at = instantFrom(row.cells.get('occurred_at') ?? '') ?? mapping.first;
    return { ...mapping, runner: references.at(at) };
  };
  await load('leads', leadDecider, (row) => leadCommands(row, mapping));
  await load('lead_events', leadDecider, (row) => leadEventCommands(row, then(row)));
  await load('quotas', quotaDecider, (row) => quotaCommands(row, mapping));
  await load('forecast_adjustments', forecastAdjustmentDecider, (row) => adjustmentCommands(row, mapping));
  await load('forecast_submissions', forecastSubmissionDecider, (row) => submissionCommands(row, mapping));
  await load('submission_deadlines', submissionDeadlineDecider, (row) => deadlineCommands(row, mapping));
  await load('leaderboard_names', leaderboardNameDecider, (row) => leaderboardNameCommands(row, mapping));
  await load('forecast_methods', forecastMethodDecider, (row) => forecastMethodCommands(row, mapping));
  await load('saved_reports', savedReportDecider, (row) => savedReportCommands(row, mapping));
  const [only, ...others] = processes.records;
  const defaultProcess = only && others.length === 0 ? only.id : null;
  await load('deal_events', dealDecider, (row) => dealCommands(row, then(row), defaultProcess));
  await load('activities', activityDecider, (row) => activityCommands(row, mapping));
  await loadRecords('customers', customerDecider, await customers.merges());
  await loadDepartures(reps, loader, mapping);
};

/** Last, as who has left can be given nothing. Their rows are counted already, as those that hired them. */
const loadDepartures = async (reps: readonly Row[], loader: RecordLoader, mapping: Mapping): Promise<void> => {
  for (const row of reps) {
    const departure = departureCommands(row, mapping);
    if (departure && 'id' in departure) await loader.load(repDecider, departure);
  }
};

async function* chunks(files: AnnalsFiles, kind: Kind, { report }: Importing): AsyncGenerator<readonly Row[]> {
  let chunk: Row[] = [];
  for await (const row of files.rows(kind)) {
    if ('unreadable' in row) report.row(row.unreadable.file, row.unreadable);
    else chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
