import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsOf, MOST_INSTANTS } from './series.js';

const LATE = '2100-01-01T00:00:00.000Z';

describe('a series of instants', () => {
  it('is each Monday of a stretch, both ends included', () => {
    expect(instantsOf({ every: 'week', on: 'monday', from: '2017-01-02', to: '2017-01-16' }, 'UTC', LATE)).toEqual([
      '2017-01-02T00:00:00.000Z',
      '2017-01-09T00:00:00.000Z',
      '2017-01-16T00:00:00.000Z',
    ]);
  });

  it('is the first of each month, when that day begins in the time zone', () => {
    const series = { every: 'month', on: 'monday', from: '2017-01-15', to: '2017-04-30' } as const;
    expect(instantsOf(series, 'Europe/Berlin', LATE)).toEqual([
      '2017-01-31T23:00:00.000Z',
      '2017-02-28T23:00:00.000Z',
      '2017-03-31T22:00:00.000Z',
    ]);
  });

  it('ends with the day that has begun', () => {
    const series = { every: 'day', on: 'monday', from: '2017-01-01', to: '2017-12-31' } as const;
    expect(instantsOf(series, 'UTC', '2017-01-02T09:00:00.000Z')).toEqual([
      '2017-01-01T00:00:00.000Z',
      '2017-01-02T00:00:00.000Z',
    ]);
    expect(instantsOf({ ...series, from: '2018-01-01' }, 'UTC', LATE)).toEqual([]);
  });

  it('stops one behind the most, so that too many are seen', () => {
    const series = { every: 'day', on: 'monday', from: '1970-01-01', to: '2099-12-31' } as const;
    expect(instantsOf(series, 'UTC', LATE)).toHaveLength(MOST_INSTANTS + 1);
  });

  it('has a Monday every seven days, whichever day it is asked from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (day) => {
        const from = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const to = new Date((day + 6) * 86_400_000).toISOString().slice(0, 10);
        const [monday, ...others] = instantsOf({ every: 'week', on: 'monday', from, to }, 'UTC', LATE);
        expect(others).toEqual([]);
        expect(new Date(monday ?? '').getUTCDay()).toBe(1);
      }),
    );
  });
});
