import type { DomainEvent } from '#kernel/event.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';

/** How the company tells days and periods: `timeZone` (IANA) tells to which day an instant belongs. */
export type CompanyCalendar = Readonly<{ calendar: FiscalCalendar; timeZone: string }>;

/** From its recording on, every report is made by this calendar, whatever its instant; `from` is the one before. */
export type CompanyCalendarChanged = DomainEvent<
  'CompanyCalendarChanged',
  CompanyCalendar & Readonly<{ from: CompanyCalendar }>
>;

export type CompanyEvent = CompanyCalendarChanged;
