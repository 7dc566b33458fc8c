import type { Decider } from '#kernel/event.js';
import type { ForecastMethodChosen, ForecastMethodEvent } from './forecast-method.events.js';

export type ChosenMethod = Omit<ForecastMethodChosen['data'], 'from'>;

/** The one record: a company has one method. */
export const CHOSEN_METHOD = 'company';

export const forecastMethodDecider: Decider<ChosenMethod | null, ForecastMethodEvent> = {
  category: 'forecast-method',
  types: { ForecastMethodChosen: 'forecast-method-chosen.v1' },
  initial: null,
  evolve: (_chosen, event) => {
    switch (event.type) {
      case 'ForecastMethodChosen': {
        const { method, evidence } = event.data;
        return { method, evidence };
      }
    }
  },
};
