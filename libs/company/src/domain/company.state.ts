import type { Decider } from '#kernel/event.js';
import type { CompanyCalendar, CompanyEvent } from './company.events.js';

export type Company = CompanyCalendar;

/** There is one company: the id of its record. */
export const COMPANY = 'company';

/** Null: nothing was changed yet, so that the company is as the settings say. */
export const companyDecider: Decider<Company | null, CompanyEvent> = {
  category: 'company',
  types: { CompanyCalendarChanged: 'company-calendar-changed.v1' },
  initial: null,
  evolve: (_company, event) => {
    switch (event.type) {
      case 'CompanyCalendarChanged': {
        const { calendar, timeZone } = event.data;
        return { calendar, timeZone };
      }
    }
  },
};
