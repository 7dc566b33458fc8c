import { calendarOfSettings } from '#company/company.contract.js';
import { ifConvertible } from '#company/exchange-rates/company-money.contract.js';
import {
  QUOTA_MEASURES,
  type Quota,
  type QuotaEvent,
  type QuotaGoal,
  type QuotaHolder,
  quotaDecisions,
  quotaIdOf,
} from '#forecasting/forecasting.contract.js';
import { ROLES } from '#kernel/actor.js';
import { hasPeriod, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type DateRange, formatPeriod, type Period, parsePeriod } from '#kernel/period.js';
import {
  type Rep,
  type RepEvent,
  repDecisions,
  type Team,
  type TeamEvent,
  teamDecisions,
} from '#people/people.contract.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells, instantFrom } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { readDetails, textIn } from './details.js';
import { provenanceOf, said } from './said.js';

/** A row of teams.csv. A team comes after the one above it. */
export const teamCommands = (row: Row, { runner, actor, first }: Mapping): Mapped<Team, TeamEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('id');
  const fields = { name: cells.required('name'), parentId: cells.id('parent_id') };
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (cells.problems.length > 0) return cells;
  const decide = teamDecisions.form(runner, fields, actor);
  return { id, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

/** What the columns of reps.csv say of a departure: it is imported last, when the rep has done all they did. */
const DEPARTURE = ['departed_on', 'details'];

/** A row of reps.csv, as far as the rep is hired. */
export const repCommands = (row: Row, { runner, actor, first }: Mapping): Mapped<Rep, RepEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('id');
  const hiredOn = cells.date('hired_on');
  const fields = {
    name: cells.required('name'),
    email: cells.text('email') ?? '',
    teamId: cells.requiredId('team_id'),
    role: cells.oneOf('role', ROLES) ?? 'rep',
    region: cells.text('region'),
    hiredOn,
  };
  cells.date('departed_on');
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (cells.problems.length > 0) return cells;
  const decide = repDecisions.hire(runner, fields, actor);
  const hired = { ...row, cells: new Map([...row.cells].filter(([column]) => !DEPARTURE.includes(column))) };
  return { id, commands: [{ rows: [row], says: said(hired), at, ...provenance, decide }] };
};

/** The departure that a row of reps.csv tells of; null when there is none, or the row cannot be read anyway. */
export const departureCommands = (row: Row, { actor }: Mapping): Mapped<Rep, RepEvent> | null => {
  const cells = new Cells(row);
  const id = cells.requiredId('id');
  const on = cells.date('departed_on');
  const details = readDetails(cells);
  const departedAt = textIn(details, 'departedAt', cells) ?? on;
  const at = departedAt === null ? null : instantFrom(departedAt);
  const reason = textIn(details, 'reason', cells) ?? null;
  if (on === null || at === null || cells.problems.length > 0) return null;
  const decide = repDecisions.recordDeparture({ on, reason }, actor);
  const by = textIn(details, 'departedBy', cells) ?? null;
  return {
    id,
    commands: [{ rows: [row], counted: true, says: ['depart', on, reason], at, by, column: 'departed_on', decide }],
  };
};

/** A row of quotas.csv. */
export const quotaCommands = (row: Row, mapping: Mapping): Mapped<Quota, QuotaEvent> => {
  const { runner, actor, currency, calendar, settings, first } = mapping;
  const cells = new Cells(row);
  const holder = holderIn(cells);
  const period = parsePeriod(cells.required('period'));
  if (period === null) cells.wrong('period', 'NoPeriod', { found: cells.shown('period') });
  const days = periodDays(cells, period, calendar);
  const goal = quotaGoal(cells, currency);
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (period === null || days === null || goal === null || cells.problems.length > 0) return cells;
  const set = quotaDecisions.set(runner, { ...holder, period: formatPeriod(period), days, ...goal }, actor);
  const decide = ifConvertible(mapping.rates, currency, set, ([event]) =>
    event?.type === 'QuotaSet' ? { currency: event.data.amount.currency, day: days.from } : null,
  );
  return {
    id: quotaIdOf(holder, days, calendarOfSettings(settings).calendar, goal.measure),
    commands: [{ rows: [row], says: said(row), at, ...provenance, decide }],
  };
};

/** An amount, or how many deals or activities; null: the row does not tell, as is noted. */
const quotaGoal = (cells: Cells, currency: string): QuotaGoal | null => {
  const measure = cells.oneOf('measure', QUOTA_MEASURES) ?? 'amount';
  if (measure === 'amount') {
    cells.required('amount');
    if (cells.text('target') !== null) cells.wrong('target', 'TargetOfAnAmount');
    const amount = cells.money('amount', currency);
    return amount && { measure, amount };
  }
  cells.required('target');
  if (cells.text('amount') !== null) cells.wrong('amount', 'AmountOfAnotherMeasure', { measure });
  const target = cells.whole('target');
  return target === null ? null : { measure, target };
};

/** The rep or the team that the row is about. */
export const holderIn = (cells: Cells): QuotaHolder => {
  const repId = cells.id('rep_id');
  const teamId = cells.id('team_id');
  if ((repId === null) === (teamId === null)) cells.wrong('rep_id', 'RepOrTeam');
  return repId === null ? { scope: 'team', scopeId: teamId ?? '' } : { scope: 'rep', scopeId: repId };
};

/** The days that the row names, or else those of the period by the calendar in force; null: it has none, as is noted. */
export const periodDays = (cells: Cells, period: Period | null, calendar: FiscalCalendar): DateRange | null => {
  const [from, to] = [cells.date('starts_on'), cells.date('ends_before')];
  if (from !== null && to !== null) {
    if (from < to) return { from, to };
    cells.wrong('ends_before', 'EndsTooEarly', { found: cells.shown('ends_before') });
    return null;
  }
  if (period === null) return null;
  if (hasPeriod(calendar, period)) return rangeOf(period, calendar);
  cells.wrong('period', 'PeriodOfAnotherCalendar', { found: cells.shown('period'), calendar: calendar.kind });
  return null;
};
