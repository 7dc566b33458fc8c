import { type CalendarDate, DAY_MS, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { stateAt, type Versions, versionsOf } from '#projections/versions.js';
import type { ForecastTarget } from '../domain/forecast-target.js';
import { type SubmissionDeadline, submissionDeadlineDecider } from '../domain/submission-deadline.state.js';

/** By when submissions are, and were, due. */
export const submissionDeadlines = versionsOf(submissionDeadlineDecider, { name: 'submission-deadlines', version: 1 });

/** The end of the day by which submissions for these days are due; null: there is no deadline. */
export const dueAt = (
  { days }: Pick<ForecastTarget, 'days'>,
  deadline: SubmissionDeadline | null,
  timeZone: string,
): Instant | null =>
  deadline?.dueOnDay == null ? null : startOfDayIn(timeZone, dayAfter(days.from, deadline.dueOnDay));

/** The deadline that was in force, and known, when something was submitted. */
export const deadlineOf = (
  deadlines: ReadonlyMap<string, Versions<SubmissionDeadline>>,
  unit: SubmissionDeadline['unit'],
  { validFrom, recordedAt }: Readonly<{ validFrom: Instant; recordedAt: Instant }>,
): SubmissionDeadline | null => stateAt(deadlines.get(unit), validFrom, recordedAt);

const dayAfter = (date: CalendarDate, days: number): CalendarDate =>
  instantOf(millisecondsOf(`${date}T00:00:00.000Z`) + days * DAY_MS).slice(0, 10);
