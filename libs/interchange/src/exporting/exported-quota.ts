import type { QuotaEvent } from '#forecasting/forecasting.contract.js';
import type { Recorded } from '#kernel/event.js';
import { formatDecimal } from '#kernel/money.js';
import type { CellValue } from './csv-writer.contract.js';
import { detailsOf, provenanceCells } from './exported-cells.js';

export const QUOTA_COLUMNS = [
  'rep_id',
  'team_id',
  'period',
  'starts_on',
  'ends_before',
  'measure',
  'amount',
  'currency',
  'target',
  'occurred_at',
  'actor_id',
  'details',
] as const;

/** A row of quotas.csv; without a measure it is one of an amount. */
export const exportedQuota = (
  event: Recorded<QuotaEvent>,
): Partial<Record<(typeof QUOTA_COLUMNS)[number], CellValue>> => {
  const { scope, scopeId, period, days } = event.data;
  return {
    [scope === 'rep' ? 'rep_id' : 'team_id']: scopeId,
    period,
    ...(days && { starts_on: days.from, ends_before: days.to }),
    ...(event.type === 'QuotaSet'
      ? { amount: formatDecimal(event.data.amount), currency: event.data.amount.currency }
      : { measure: event.data.measure, target: event.data.target }),
    ...provenanceCells(event),
    details: detailsOf(event),
  };
};
