import { expect, it } from 'vitest';
import { gregorian } from '#kernel/fiscal-calendar.js';
import { formatPeriod, type Period, parsePeriod } from '#kernel/period.js';
import { type Comparison, comparedPeriod } from './compared-period.js';

const compared = (comparison: Comparison, text: string, startMonth = 1): string =>
  formatPeriod(comparedPeriod(comparison, parsePeriod(text) as Period, gregorian(startMonth)));

it('is the period before, across years, in the fiscal calendar', () => {
  expect(['2017-03', '2017-01', '2017-Q1', '2017'].map((text) => compared('previous', text))).toEqual([
    ...['2017-02', '2016-12', '2016-Q4', '2016'],
  ]);
  expect(compared('previous', '2017-Q1', 7)).toBe('2016-Q4');
});

it('is the same period of the year before', () => {
  expect(['2017-03', '2017-Q1', '2017'].map((text) => compared('lastYear', text))).toEqual([
    ...['2016-03', '2016-Q1', '2016'],
  ]);
});
