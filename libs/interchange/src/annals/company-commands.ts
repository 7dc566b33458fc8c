import {
  COMPANY,
  type Company,
  type CompanyEvent,
  type CurrencyRates,
  companyDecisions,
  type ExchangeRateEvent,
  ratesIdOf,
} from '#company/company.contract.js';
import { isCurrency } from '#kernel/currencies.js';
import { type FiscalCalendar, gregorian, WEEK_CALENDARS, WEEKDAYS, YEAR_END_RULES } from '#kernel/fiscal-calendar.js';
import { isTimeZone } from '#kernel/time-zone.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { readDetails } from './details.js';
import { provenanceOf, said } from './said.js';

/** A row of company_calendars.csv: the calendar of the company from then on. */
export const companyCalendarCommands = (row: Row, { actor, settings }: Mapping): Mapped<Company, CompanyEvent> => {
  const cells = new Cells(row);
  const at = cells.instant('occurred_at');
  if (at === null && cells.problems.length === 0) cells.wrong('occurred_at', 'Missing');
  const calendar = calendarIn(cells);
  const timeZone = cells.text('time_zone');
  if (timeZone !== null && !isTimeZone(timeZone))
    cells.wrong('time_zone', 'NoTimeZone', { found: cells.shown('time_zone') });
  const provenance = provenanceOf(cells, readDetails(cells));
  if (at === null || cells.problems.length > 0) return cells;
  const decide = companyDecisions.changeCalendar({ calendar, timeZone }, actor, settings);
  return { id: COMPANY, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

/** Null: as it is, or something is wrong, as is noted. */
const calendarIn = (cells: Cells): FiscalCalendar | null => {
  const kind = cells.oneOf('kind', ['gregorian', ...WEEK_CALENDARS] as const);
  if (kind === null) return null;
  if (kind === 'gregorian') {
    const startMonth = monthIn(cells, 'start_month');
    return startMonth === null ? null : gregorian(startMonth);
  }
  const rule = cells.oneOf('year_end_rule', YEAR_END_RULES);
  const weekday = cells.oneOf('year_end_weekday', WEEKDAYS);
  const month = monthIn(cells, 'year_end_month');
  for (const column of ['year_end_rule', 'year_end_weekday']) cells.required(column);
  return rule === null || weekday === null || month === null ? null : { kind, yearEnd: { rule, weekday, month } };
};

const monthIn = (cells: Cells, column: string): number | null => {
  cells.required(column);
  const month = cells.whole(column);
  if (month === null || (month >= 1 && month <= 12)) return month;
  cells.wrong(column, 'NoMonth', { found: cells.shown(column) });
  return null;
};

/** A row of exchange_rates.csv: what a currency is worth from a day on. `base` must be the company's currency. */
export const exchangeRateCommands = (
  row: Row,
  { actor, currency: company, first }: Mapping,
): Mapped<CurrencyRates, ExchangeRateEvent> => {
  const cells = new Cells(row);
  const currency = cells.required('currency');
  if (currency !== '' && !isCurrency(currency))
    cells.wrong('currency', 'NoCurrency', { found: cells.shown('currency') });
  const base = cells.text('base') ?? company;
  if (base !== company) cells.wrong('base', 'OtherCurrency', { found: cells.shown('base'), currency: company });
  cells.required('rate');
  const rate = cells.decimal('rate') ?? '';
  cells.required('from');
  const from = cells.date('from');
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (from === null || cells.problems.length > 0) return cells;
  const command = { currency, base, from, rate };
  const decide = companyDecisions.setExchangeRate(command, actor);
  return { id: ratesIdOf(command), commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};
