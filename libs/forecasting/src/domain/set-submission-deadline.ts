import type { Outcome } from '#kernel/outcome.js';
import type { SubmissionDeadlineSet } from './submission-deadline.events.js';
import type { SubmissionDeadline } from './submission-deadline.state.js';

export type SetSubmissionDeadline = SubmissionDeadline;

export const setSubmissionDeadline = (
  { unit, dueOnDay }: SetSubmissionDeadline,
  deadline: SubmissionDeadline | null,
): Outcome<SubmissionDeadlineSet> => {
  const from = deadline?.dueOnDay ?? null;
  if (from === dueOnDay) return [];
  return [{ type: 'SubmissionDeadlineSet', data: { unit, dueOnDay, from } }];
};
