import type {
  ForecastAdjustmentEvent,
  ForecastSubmissionEvent,
  LeaderboardNameEvent,
  SubmissionDeadlineEvent,
} from '#forecasting/forecasting.contract.js';
import type { Recorded } from '#kernel/event.js';
import { formatDecimal } from '#kernel/money.js';
import type { CellValue } from './csv-writer.contract.js';
import { detailsOf, provenanceCells } from './exported-cells.js';

const CALL_COLUMNS = [
  'rep_id',
  'team_id',
  'period',
  'starts_on',
  'ends_before',
  'category',
  'amount',
  'currency',
  'note',
];
const PROVENANCE_COLUMNS = ['occurred_at', 'actor_id', 'details'];

export const ADJUSTMENT_COLUMNS = [...CALL_COLUMNS, 'level', ...PROVENANCE_COLUMNS];
export const SUBMISSION_COLUMNS = [...CALL_COLUMNS, ...PROVENANCE_COLUMNS];
export const DEADLINE_COLUMNS = ['unit', 'due_on_day', ...PROVENANCE_COLUMNS];
export const LEADERBOARD_NAME_COLUMNS = ['rep_id', 'name', ...PROVENANCE_COLUMNS];

type Cells = Readonly<Record<string, CellValue>>;

export const exportedAdjustment = (event: Recorded<ForecastAdjustmentEvent>): Cells => ({
  ...exportedCall(event),
  level: event.data.level,
});

export const exportedSubmission = (event: Recorded<ForecastSubmissionEvent>): Cells => exportedCall(event);

export const exportedLeaderboardName = (event: Recorded<LeaderboardNameEvent>): Cells => ({
  rep_id: event.data.repId,
  name: event.data.name,
  ...provenanceCells(event),
  details: detailsOf(event),
});

export const exportedDeadline = (event: Recorded<SubmissionDeadlineEvent>): Cells => ({
  unit: event.data.unit,
  due_on_day: event.data.dueOnDay,
  ...provenanceCells(event),
  details: detailsOf(event),
});

const exportedCall = (event: Recorded<ForecastAdjustmentEvent | ForecastSubmissionEvent>): Cells => {
  const { scope, scopeId, period, days, category, amount, note } = event.data;
  return {
    [scope === 'rep' ? 'rep_id' : 'team_id']: scopeId,
    ...{ period, starts_on: days.from, ends_before: days.to, category, note },
    ...(amount && { amount: formatDecimal(amount), currency: amount.currency }),
    ...provenanceCells(event),
    details: detailsOf(event),
  };
};
