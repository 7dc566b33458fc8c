import type { CalendarSettings } from '#company/company.contract.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { productDecider } from '#products/products.contract.js';
import { processDecider } from '#sales-process/sales-process.contract.js';
import { eachConcurrently } from '../loading/each-concurrently.js';
import { type Mapped, mappingOf } from '../loading/mapping.js';
import type { OnProgress } from '../loading/progress.js';
import type { Importing, RowCommand } from '../loading/record-commands.js';
import { CONCURRENT_RECORDS, RecordLoader } from '../loading/record-loader.js';
import type { Row } from '../rows/row.js';
import {
  customerCommands,
  dealCommands,
  processCommands,
  productCommands,
  repCommands,
  teamCommands,
  unknownCustomerCommands,
} from './crm-sales-commands.js';
import { readCrmSales } from './crm-sales-files.js';

/**
 * Imports the folder of the public data set "CRM Sales Opportunities": what was sold, to whom and by whom. Everything
 * that the opportunities refer to is on record from the first day that they name.
 * @throws UnreadableFile when one of the four files is missing or is another file
 */
export const importCrmSales = async (
  folder: string,
  importing: Importing,
  settings: CalendarSettings & Readonly<{ currency: string }>,
  onProgress: OnProgress,
): Promise<void> => {
  const { runner, actor, report } = importing;
  const files = await readCrmSales(folder, report);
  const loader = new RecordLoader(importing);
  const mapping = await mappingOf({ runner, actor, first: `${files.firstDay}T00:00:00.000Z` }, settings);
  const last = `${files.lastDay}T00:00:00.000Z`;
  const total =
    report.rows + files.teams.length + files.products.length + files.accounts.length + files.opportunities.length;

  const load = async <S, E extends DomainEvent>(
    decider: Decider<S | null, E>,
    rows: readonly Row[],
    map: (row: Row) => Mapped<S, E>,
  ): Promise<void> => {
    const phase = rows[0]?.file ?? decider.category;
    // Rows of one record are decided in the order of the file.
    const records = new Map<string, RowCommand<S | null, E, string>[]>();
    for (const row of rows) {
      const mapped = map(row);
      if ('problems' in mapped) report.problems(row, mapped.problems);
      else records.set(mapped.id, [...(records.get(mapped.id) ?? []), ...mapped.commands]);
    }
    await eachConcurrently(records, CONCURRENT_RECORDS, async ([id, commands]) => {
      await loader.load(decider, { id, commands });
      onProgress({ phase, done: report.rows, total });
    });
  };

  await loader.load(processDecider, processCommands(mapping));
  const managers = new Set(files.teams.flatMap(({ cells }) => cells.get('manager') ?? []));
  for (const manager of managers) await loader.load(teamDecider, teamCommands(manager, mapping));
  await load(repDecider, files.teams, (row) => repCommands(row, mapping));
  const prices = new Map<string, Money>();
  await load(productDecider, files.products, (row) => {
    const mapped = productCommands(row, mapping);
    if ('id' in mapped && mapped.price && !prices.has(mapped.id)) prices.set(mapped.id, mapped.price);
    return mapped;
  });
  await load(customerDecider, files.accounts, (row) => customerCommands(row, mapping));
  if (files.opportunities.some(isWithoutAccount)) {
    await loader.load(customerDecider, unknownCustomerCommands(mapping));
  }
  for (const row of files.opportunities) {
    if (isWithoutAccount(row)) report.noticed(row, 'account', 'NoAccount');
    if (!row.cells.has('engage_date')) {
      report.noticed(row, 'engage_date', 'NoEngageDate', { day: files.lastDay });
    }
  }
  await load(dealDecider, files.opportunities, (row) => dealCommands(row, prices, last, mapping));
};

const isWithoutAccount = ({ cells }: Row): boolean => !cells.has('account');
