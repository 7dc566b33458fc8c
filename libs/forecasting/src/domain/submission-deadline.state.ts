import type { Decider } from '#kernel/event.js';
import type { SubmissionDeadlineEvent, SubmissionDeadlineSet } from './submission-deadline.events.js';

export type SubmissionDeadline = Omit<SubmissionDeadlineSet['data'], 'from'>;

/** One record for each length of period, by its name. */
export const submissionDeadlineDecider: Decider<SubmissionDeadline | null, SubmissionDeadlineEvent> = {
  category: 'submission-deadline',
  types: { SubmissionDeadlineSet: 'submission-deadline-set.v1' },
  initial: null,
  evolve: (_deadline, event) => {
    switch (event.type) {
      case 'SubmissionDeadlineSet': {
        const { unit, dueOnDay } = event.data;
        return { unit, dueOnDay };
      }
    }
  },
};
