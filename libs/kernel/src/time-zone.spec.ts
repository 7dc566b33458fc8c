import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, millisecondsOf } from './instant.js';
import { dateIn, startOfDayIn } from './time-zone.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const aZone = fc.constantFrom(...zones);
const aMoment = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => instantOf(date.getTime()));
const aDay = aMoment.map((instant) => instant.slice(0, 10));
const later = (instant: string, milliseconds: number) => instantOf(millisecondsOf(instant) + milliseconds);
const dayAfter = (date: string) => later(`${date}T00:00:00.000Z`, 86_400_000).slice(0, 10);

describe('the day at an instant', () => {
  it('is the one of the wall calendar in that time zone', () => {
    const instant = '2017-03-01T03:30:00.000Z';
    const dates = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'].map((zone) =>
      dateIn(zone, instant),
    );
    expect(dates).toStrictEqual(['2017-03-01', '2017-02-28', '2017-03-01', '2017-03-01']);
    expect(dateIn('Europe/Berlin', '2017-12-31T22:59:59.999Z')).toBe('2017-12-31');
    expect(dateIn('Europe/Berlin', '2017-12-31T23:00:00.000Z')).toBe('2018-01-01');
    expect(dateIn('America/New_York', '1969-12-31T23:59:59.999Z')).toBe('1969-12-31');
  });

  it('is none in a time zone that does not exist', () => {
    expect(() => dateIn('Europe/Atlantis', '2017-03-01T00:00:00.000Z')).toThrow(RangeError);
  });
});

describe('the start of a day', () => {
  it('is midnight there, in summer and in winter', () => {
    expect(startOfDayIn('UTC', '2017-07-01')).toBe('2017-07-01T00:00:00.000Z');
    expect(startOfDayIn('Europe/Berlin', '2017-07-01')).toBe('2017-06-30T22:00:00.000Z');
    expect(startOfDayIn('Europe/Berlin', '2017-01-01')).toBe('2016-12-31T23:00:00.000Z');
    expect(startOfDayIn('Asia/Kolkata', '2017-01-01')).toBe('2016-12-31T18:30:00.000Z');
  });

  it('makes days of 23 and 25 hours where clocks are changed', () => {
    const hours = (date: string) =>
      (millisecondsOf(startOfDayIn('Europe/Berlin', dayAfter(date))) -
        millisecondsOf(startOfDayIn('Europe/Berlin', date))) /
      3_600_000;
    expect(['2017-03-25', '2017-03-26', '2017-10-29'].map(hours)).toStrictEqual([24, 23, 25]);
  });

  it('is one o’clock where clocks are put forward at midnight', () => {
    expect(startOfDayIn('America/Sao_Paulo', '2017-10-15')).toBe('2017-10-15T03:00:00.000Z');
    expect(startOfDayIn('Asia/Beirut', '2017-03-26')).toBe('2017-03-25T22:00:00.000Z');
  });

  it('is the first midnight where clocks are put back over it', () => {
    expect(startOfDayIn('America/Havana', '2017-11-05')).toBe('2017-11-05T04:00:00.000Z');
  });

  it('is the start of the next day where a whole day was skipped', () => {
    expect(startOfDayIn('Pacific/Apia', '2011-12-30')).toBe('2011-12-30T10:00:00.000Z');
    expect(startOfDayIn('Pacific/Apia', '2011-12-31')).toBe('2011-12-30T10:00:00.000Z');
  });

  it('shows that day or a later one, and an earlier one just before', () => {
    fc.assert(
      fc.property(aZone, aDay, (zone, date) => {
        const start = startOfDayIn(zone, date);
        expect(dateIn(zone, start) >= date).toBe(true);
        expect(dateIn(zone, later(start, -1)) < date).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is not after any instant of that day', () => {
    fc.assert(
      fc.property(aZone, aMoment, (zone, instant) => {
        expect(startOfDayIn(zone, dateIn(zone, instant)) <= instant).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('comes in the order of the days', () => {
    fc.assert(
      fc.property(aZone, aDay, (zone, date) => {
        expect(startOfDayIn(zone, date) <= startOfDayIn(zone, dayAfter(date))).toBe(true);
      }),
    );
  });
});
