import {
  adjustmentIdOf,
  adjustmentLevelOf,
  chooseLeaderboardName,
  type ForecastAdjustment,
  type ForecastAdjustmentEvent,
  type ForecastSubmission,
  type ForecastSubmissionEvent,
  forecastCallDecisions,
  type LeaderboardName,
  type LeaderboardNameEvent,
  type SubmissionDeadline,
  type SubmissionDeadlineEvent,
  submissionIdOf,
} from '#forecasting/forecasting.contract.js';
import { FORECAST_CATEGORIES } from '#kernel/forecast-category.js';
import { reject } from '#kernel/outcome.js';
import { formatPeriod, PERIOD_UNITS, parsePeriod } from '#kernel/period.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { readDetails } from './details.js';
import { holderIn, periodDays } from './organisation-commands.js';
import { provenanceOf, said } from './said.js';

/** A row of forecast_adjustments.csv: without an amount it is taken back, without a level it is the company's. */
export const adjustmentCommands = (row: Row, mapping: Mapping): Mapped<ForecastAdjustment, ForecastAdjustmentEvent> => {
  const { runner, actor } = mapping;
  const cells = new Cells(row);
  const level = cells.id('level');
  const call = callIn(cells, mapping);
  if (call === null) return cells;
  const { at, provenance, fields } = call;
  const adjust = forecastCallDecisions.adjust(runner, { ...fields, level }, actor);
  return {
    id: adjustmentIdOf({ ...fields, level }),
    commands: [
      {
        ...{ rows: [row], says: said(row), at, ...provenance },
        decide: async (...asked) => {
          const isOwn = actor.role === 'admin' || (await adjustmentLevelOf(runner, actor)) === level;
          return isOwn ? adjust(...asked) : reject('NotAllowed', 'Managers adjust for the level of their own team');
        },
      },
    ],
  };
};

/** A row of forecast_submissions.csv. */
export const submissionCommands = (row: Row, mapping: Mapping): Mapped<ForecastSubmission, ForecastSubmissionEvent> => {
  const cells = new Cells(row);
  cells.required('amount');
  const call = callIn(cells, mapping);
  if (call === null || call.fields.amount === null) return cells;
  const { at, provenance, fields } = call;
  const { amount } = call.fields;
  const decide = forecastCallDecisions.submit(mapping.runner, { ...fields, amount }, mapping.actor);
  return { id: submissionIdOf(fields), commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

/** A row of submission_deadlines.csv: without a day submissions are due at no time. */
export const deadlineCommands = (
  row: Row,
  { actor, first }: Mapping,
): Mapped<SubmissionDeadline, SubmissionDeadlineEvent> => {
  const cells = new Cells(row);
  cells.required('unit');
  const unit = cells.oneOf('unit', PERIOD_UNITS);
  const dueOnDay = cells.whole('due_on_day');
  if (dueOnDay !== null && (dueOnDay < 1 || dueOnDay > 366))
    cells.wrong('due_on_day', 'NoDayOfYear', { found: cells.shown('due_on_day') });
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (unit === null || cells.problems.length > 0) return cells;
  const decide = forecastCallDecisions.setDeadline({ unit, dueOnDay }, actor);
  return { id: unit, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

/** A row of leaderboard_names.csv: without a name leaderboards call the rep by their own. */
export const leaderboardNameCommands = (
  row: Row,
  { runner, actor, first }: Mapping,
): Mapped<LeaderboardName, LeaderboardNameEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('rep_id');
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (cells.problems.length > 0) return cells;
  const decide = chooseLeaderboardName(runner, cells.text('name'), actor);
  return { id, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

/** What adjustments and submissions have in common; null: something is wrong, as is noted. */
const callIn = (cells: Cells, { calendar, currency, first }: Mapping) => {
  const holder = holderIn(cells);
  const period = parsePeriod(cells.required('period'));
  if (period === null) cells.wrong('period', 'NoPeriod', { found: cells.shown('period') });
  const days = periodDays(cells, period, calendar);
  cells.required('category');
  const category = cells.oneOf('category', FORECAST_CATEGORIES);
  const amount = cells.money('amount', currency);
  if (amount !== null && amount.currency !== currency)
    cells.wrong('currency', 'OtherCurrency', { found: cells.shown('currency'), currency });
  const note = cells.text('note');
  const at = cells.instant('occurred_at') ?? first;
  const provenance = provenanceOf(cells, readDetails(cells));
  if (period === null || days === null || category === null || cells.problems.length > 0) return null;
  return { at, provenance, fields: { ...holder, period: formatPeriod(period), days, category, amount, note } };
};
