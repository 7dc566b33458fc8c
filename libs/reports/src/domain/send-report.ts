import { type CalendarDate, DAY_MS } from '#kernel/instant.js';
import type { ReportSent, Rhythm } from './saved-report.events.js';
import type { SavedReport } from './saved-report.state.js';

/** The day on which the day, week (Monday) or month of a date began. */
export const dueOn = (every: Rhythm, date: CalendarDate): CalendarDate => {
  if (every === 'day') return date;
  if (every === 'month') return `${date.slice(0, 7)}-01`;
  const time = Date.parse(`${date}T00:00:00.000Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10);
};

/** To whom it is still to be sent today: what began after it was saved and was not sent yet. */
export const recipientsDue = (
  { schedule, isDiscarded, sent }: SavedReport,
  savedOn: CalendarDate,
  today: CalendarDate,
): readonly string[] => {
  if (schedule === null || isDiscarded) return [];
  const due = dueOn(schedule.every, today);
  if (due <= dueOn(schedule.every, savedOn)) return [];
  return schedule.recipients.filter((recipientId) => (sent[recipientId] ?? '') < due);
};

export const sendReport = (recipientId: string, due: CalendarDate, saved: SavedReport): readonly ReportSent[] => {
  if ((saved.sent[recipientId] ?? '') >= due) return [];
  return [{ type: 'ReportSent', data: { reportId: saved.reportId, recipientId, due } }];
};
