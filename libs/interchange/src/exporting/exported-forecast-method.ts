import type { ForecastMethodEvent } from '#forecast-methods/forecast-methods.contract.js';
import type { Recorded } from '#kernel/event.js';
import { detailsOf, provenanceCells } from './exported-cells.js';

export const FORECAST_METHOD_COLUMNS = ['method', 'occurred_at', 'actor_id', 'details'] as const;

/** A row of forecast_methods.csv. */
export const exportedForecastMethod = (event: Recorded<ForecastMethodEvent>) => {
  const { method, evidence } = event.data;
  return { method, ...provenanceCells(event), details: detailsOf(event, evidence === null ? {} : { evidence }) };
};
