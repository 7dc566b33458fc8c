import type { DomainEvent } from '#kernel/event.js';
import type { PeriodUnit } from '#kernel/period.js';

/**
 * From then on the submissions of every period of this length are due by the end of its day number `dueOnDay`, 1 being
 * its first; null: at no time. `from` is what it was.
 */
export type SubmissionDeadlineSet = DomainEvent<
  'SubmissionDeadlineSet',
  Readonly<{ unit: PeriodUnit; dueOnDay: number | null; from: number | null }>
>;

export type SubmissionDeadlineEvent = SubmissionDeadlineSet;
