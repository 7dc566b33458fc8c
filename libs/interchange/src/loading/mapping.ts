import type { CommandRunner } from '#commands/command-runner.js';
import { type CalendarSettings, companyNow } from '#company/company.contract.js';
import type { Actor } from '#kernel/actor.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { Instant } from '#kernel/instant.js';
import type { RowProblem } from '../rows/row.js';
import type { RecordCommands } from './record-commands.js';

/** What every mapping of rows to commands needs. */
export type Mapping = Readonly<{
  runner: CommandRunner;
  /** Who imports. */
  actor: Actor;
  /** The company's. */
  currency: string;
  /** Knows the exchange rates of now, whatever the time of the row. */
  rates: CommandRunner;
  timeZone: string;
  /** The calendar in force. */
  calendar: FiscalCalendar;
  settings: CalendarSettings;
  /** Nothing in the files happened before: from then on there is whatever they do not date. */
  first: Instant;
}>;

/** The commands of one record, or what is wrong with its row. */
export type Mapped<S, E> = RecordCommands<S | null, E, string> | Readonly<{ problems: readonly RowProblem[] }>;

/** As the company is by what is imported so far. */
export const mappingOf = async (
  { runner, actor, first }: Pick<Mapping, 'runner' | 'actor' | 'first'>,
  settings: CalendarSettings & Readonly<{ currency: string }>,
): Promise<Mapping> => ({
  ...{ runner, rates: runner, actor, first, settings, currency: settings.currency },
  ...(await companyNow(runner, settings)),
});
