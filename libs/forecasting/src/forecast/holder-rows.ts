import { periodOf, periodWith, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import {
  type DateRange,
  formatPeriod,
  PERIOD_UNITS,
  type Period,
  type PeriodUnit,
  parsePeriod,
  unitOf,
} from '#kernel/period.js';
import type { Asked } from './asked.js';
import type { ForecastLine } from './forecast-line.js';
import type { ForecastRow } from './forecast-rows.js';
import type { PlacedLine } from './forecast-sums.js';
import { PeriodRows } from './period-rows.js';
import type { Holder } from './roll-up.js';

export type HolderRows = Asked & Readonly<{ by: PeriodUnit; isAsked: (period: Period) => boolean }>;

/** The rows of reps, of teams, or of all: with quotas, adjustments and submissions beside the computed figures. */
export const holderRows = (byOwner: readonly PlacedLine[], asked: HolderRows): readonly ForecastRow[] => {
  const periods = new Map<string | null, Map<string | null, ForecastLine>>();
  for (const { period, names, line } of byOwner) linesOf(periods, period).set(names[0] ?? null, line);
  const spokenOf = holdersByPeriod(asked);
  for (const period of spokenOf.keys()) linesOf(periods, period);
  return [...periods].flatMap(([name, lines]) => {
    const period = name === null ? null : parsePeriod(name);
    return new PeriodRows(period, lines, spokenOf.get(name ?? '') ?? [], asked).rows();
  });
};

type Lines = Map<string | null, ForecastLine>;

const linesOf = (periods: Map<string | null, Lines>, period: string | null): Lines => {
  const lines = periods.get(period) ?? new Map<string | null, ForecastLine>();
  periods.set(period, lines);
  return lines;
};

/** Reps and teams of whom something is said about a period: they have a row there, with or without deals. */
const holdersByPeriod = (asked: HolderRows): ReadonlyMap<string, readonly Holder[]> => {
  const { by, calendar, quotas, adjustments, submissions } = asked;
  const found = new Map<string, Holder[]>();
  const add = (period: Period | null, more: readonly Holder[]): void => {
    if (period === null || !asked.isAsked(period)) return;
    const name = formatPeriod(period);
    const holders = found.get(name) ?? [];
    for (const holder of more) holders.push(holder);
    found.set(name, holders);
  };
  for (const { days, holders } of quotas.subjects) add(rowPeriodOf(days, by, calendar), holders);
  for (const { days, holder } of [...adjustments.subjects, ...submissions.subjects]) {
    const period = periodOf(days.from, by, calendar);
    const { from, to } = rangeOf(period, calendar);
    if (from === days.from && to === days.to) add(period, [holder]);
  }
  return found;
};

/** The row's period that the quota adds to; null when the quota is for a longer one, or for none of the calendar. */
const rowPeriodOf = (days: DateRange, by: PeriodUnit, calendar: FiscalCalendar): Period | null => {
  const period = periodWith(days, calendar);
  if (period === null || PERIOD_UNITS.indexOf(unitOf(period)) > PERIOD_UNITS.indexOf(by)) return null;
  return periodOf(days.from, by, calendar);
};
