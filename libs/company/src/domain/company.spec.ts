import { describe, expect, it } from 'vitest';
import { gregorian } from '#kernel/fiscal-calendar.js';
import { given } from '#testing/given.js';
import { type ChangeCalendar, changeCalendar } from './change-calendar.js';
import type { CompanyCalendar, CompanyCalendarChanged } from './company.events.js';
import { companyDecider } from './company.state.js';

const settings: CompanyCalendar = { calendar: gregorian(1), timeZone: 'UTC' };
const weeks = { kind: '4-4-5', yearEnd: { rule: 'last', weekday: 'saturday', month: 12 } } as const;

const givenCompany = given(companyDecider);
const change = (command: ChangeCalendar, company: CompanyCalendar | null) =>
  changeCalendar(command, company ?? settings);
const changed = (to: CompanyCalendar, from: CompanyCalendar): CompanyCalendarChanged => ({
  type: 'CompanyCalendarChanged',
  data: { ...to, from },
});

describe('changing the calendar of the company', () => {
  it('keeps what it does not name, of the settings at first', () => {
    givenCompany()
      .when(change, { calendar: weeks })
      .then(changed({ calendar: weeks, timeZone: 'UTC' }, settings));
    givenCompany(changed({ calendar: weeks, timeZone: 'UTC' }, settings))
      .when(change, { timeZone: 'Asia/Tokyo' })
      .then(changed({ calendar: weeks, timeZone: 'Asia/Tokyo' }, { calendar: weeks, timeZone: 'UTC' }));
  });

  it('changes nothing when that is the calendar already', () => {
    givenCompany()
      .when(change, { calendar: gregorian(1), timeZone: 'UTC' })
      .thenNothing();
    givenCompany().when(change, {}).thenNothing();
  });

  it('can be taken back', () => {
    const there = changed({ calendar: gregorian(7), timeZone: 'UTC' }, settings);
    givenCompany(there)
      .when(change, settings)
      .then(changed(settings, { calendar: gregorian(7), timeZone: 'UTC' }));
    const back = companyDecider.evolve(null, changed(settings, settings), '2020-01-01T00:00:00.000Z');
    expect(back).toStrictEqual(settings);
  });
});
