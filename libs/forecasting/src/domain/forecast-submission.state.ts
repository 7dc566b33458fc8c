import type { Decider } from '#kernel/event.js';
import type { ForecastSubmissionEvent, ForecastSubmitted } from './forecast-submission.events.js';

export type ForecastSubmission = Omit<ForecastSubmitted['data'], 'from'>;

export const forecastSubmissionDecider: Decider<ForecastSubmission | null, ForecastSubmissionEvent> = {
  category: 'forecast-submission',
  types: { ForecastSubmitted: 'forecast-submitted.v1' },
  initial: null,
  evolve: (_submission, event) => {
    switch (event.type) {
      case 'ForecastSubmitted': {
        const { from: _, ...submission } = event.data;
        return submission;
      }
    }
  },
};
