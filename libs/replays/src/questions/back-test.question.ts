import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import {
  type Actuals,
  actualsAt,
  backTestAt,
  FORECAST_METHODS,
  type ForecastMethod,
  SEGMENTS,
  scoresOf,
} from '#forecast-methods/back-test/back-test.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { periodOf, rangeOf } from '#kernel/calendar-periods.js';
import { type CalendarDate, type Instant, parseDate } from '#kernel/instant.js';
import { formatPeriod } from '#kernel/period.js';
import { dateIn, startOfDayIn } from '#kernel/time-zone.js';
import type { Row } from '../replay/replay-task.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

type ScoredRow = Readonly<{ method: ForecastMethod; horizon: number; forecast: number; actual: number }>;

/** How good each forecast method would have been: see docs/guides/analyst.md. */
export const backTestQuestion: Question = {
  name: 'back-test',
  keys: ['method', 'period', 'horizon'],
  columns: [
    { name: 'method', type: 'text' },
    { name: 'period', type: 'text' },
    { name: 'horizon', type: 'integer' },
    { name: 'forecast', type: 'integer' },
    { name: 'actual', type: 'integer' },
    { name: 'error', type: 'integer' },
    { name: 'accuracy', type: 'number' },
    { name: 'currency', type: 'text' },
  ],
  asking: (given, until, settings) => {
    const { question, last, wrong } = readParameters(given);
    if (wrong) return wrong;
    // What came is the same for every instant.
    let actuals: Promise<Actuals> | null = null;
    return async (at, reads) => {
      actuals ??= actualsAt(reads, until);
      const { timeZone } = await companyKnownAt(reads.readModels, reads.settings, until.knownAt);
      const over = overBy(last, until, timeZone);
      const rows = await backTestAt(question, at, await actuals, over, reads);
      return rows.map(({ asOf: _, knownAt: __, ...row }) => ({ ...row, currency: settings.currency }));
    };
  },
  inVain: async (given, [first], until, reads) => {
    const { question, last } = readParameters(given);
    const { timeZone, calendar } = await companyKnownAt(reads.readModels, reads.settings, until.knownAt);
    if (first === undefined) return null;
    // Of all periods asked about, the one under way at the first instant is over first.
    const period = periodOf(dateIn(timeZone, first), question.unit, calendar);
    const { to } = rangeOf(period, calendar);
    const over = overBy(last, until, timeZone);
    if (startOfDayIn(timeZone, to) <= over) return null;
    const message = `leaves no period to score: ${formatPeriod(period)}, the first one, is over by ${to}`;
    return { path: last === null ? 'from' : 'parameters.until', message };
  },
  summarise: async (rows) => {
    const scored: ScoredRow[] = [];
    for await (const row of rows) scored.push(scoredRowOf(row));
    return scoresOf(scored).map((score) => ({ ...score }));
  },
};

const readParameters = (given: Readonly<Record<string, unknown>>) => {
  const parameters = new Parameters(given);
  const question = {
    unit: parameters.oneOf('by', ['month', 'quarter', 'year'], 'quarter'),
    periods: parameters.whole('periods', 1, 12, 2),
    segment: parameters.oneOf('segment', SEGMENTS, 'size'),
    methods: FORECAST_METHODS,
  };
  const last = parameters.text('until', parseDate, 'a date, YYYY-MM-DD');
  return { question, last, wrong: parameters.wrong() };
};

/** The instant by which periods must be over to be scored. */
const overBy = (last: CalendarDate | null, until: ReadAt, timeZone: string): Instant =>
  last === null ? until.asOf : startOfDayIn(timeZone, last);

const scoredRowOf = ({ method, horizon, forecast, actual }: Row): ScoredRow => ({
  method: method as ForecastMethod,
  horizon: Number(horizon),
  forecast: Number(forecast),
  actual: Number(actual),
});
