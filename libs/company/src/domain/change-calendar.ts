import { sameJson } from '#kernel/json.js';
import type { Outcome } from '#kernel/outcome.js';
import type { CompanyCalendar, CompanyCalendarChanged } from './company.events.js';

/** What is left out stays as it is. */
export type ChangeCalendar = Readonly<{ [F in keyof CompanyCalendar]?: CompanyCalendar[F] | null | undefined }>;

/** `current` is the calendar in force: the last one that was set, or else that of the settings. */
export const changeCalendar = (
  { calendar, timeZone }: ChangeCalendar,
  current: CompanyCalendar,
): Outcome<CompanyCalendarChanged> => {
  const next = { calendar: calendar ?? current.calendar, timeZone: timeZone ?? current.timeZone };
  if (sameJson(next, current)) return [];
  return [{ type: 'CompanyCalendarChanged', data: { ...next, from: current } }];
};
