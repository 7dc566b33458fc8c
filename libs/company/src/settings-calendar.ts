import type { Settings } from '#config/settings.js';
import { gregorian } from '#kernel/fiscal-calendar.js';
import type { CompanyCalendar } from './domain/company.events.js';

export type CalendarSettings = Pick<Settings, 'timeZone' | 'fiscalYearStart'>;

/** The calendar of the company as long as nobody has changed it. */
export const calendarOfSettings = ({ timeZone, fiscalYearStart }: CalendarSettings): CompanyCalendar => ({
  calendar: gregorian(fiscalYearStart),
  timeZone,
});
