import type { DomainEvent } from '#kernel/event.js';

/** How good a method was in a back-test: shares, over so many forecasts. */
export type BackTestEvidence = Readonly<{
  backTestId: string;
  forecasts: number;
  accuracy: number;
  bias: number;
  error: number;
}>;

/**
 * The company forecasts by this method from now on; `method` is as in `FORECAST_METHODS` of its time. `evidence` is what a
 * back-test said of it; null: it was chosen without one. `from` is the method before, null for the first.
 */
export type ForecastMethodChosen = DomainEvent<
  'ForecastMethodChosen',
  Readonly<{ method: string; evidence: BackTestEvidence | null; from: string | null }>
>;

export type ForecastMethodEvent = ForecastMethodChosen;
