import type { Decider } from '#kernel/event.js';
import type { AdjustmentTarget, ForecastAdjusted, ForecastAdjustmentEvent } from './forecast-adjustment.events.js';
import { forecastTargetId } from './forecast-target.js';

/** `amount` null: it was taken back. */
export type ForecastAdjustment = Omit<ForecastAdjusted['data'], 'from'>;

/** The record of one level's adjustments of a figure. */
export const adjustmentIdOf = (target: AdjustmentTarget): string => `${forecastTargetId(target)}:${target.level ?? ''}`;

export const forecastAdjustmentDecider: Decider<ForecastAdjustment | null, ForecastAdjustmentEvent> = {
  category: 'forecast-adjustment',
  types: { ForecastAdjusted: 'forecast-adjusted.v1' },
  initial: null,
  evolve: (_adjustment, event) => {
    switch (event.type) {
      case 'ForecastAdjusted': {
        const { from: _, ...adjustment } = event.data;
        return adjustment;
      }
    }
  },
};
