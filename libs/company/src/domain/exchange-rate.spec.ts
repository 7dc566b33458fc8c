import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obeysDeciderLaws } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import type { ExchangeRateSet } from './exchange-rate.events.js';
import { exchangeRateDecider, ratesIdOf } from './exchange-rate.state.js';
import { setExchangeRate } from './set-exchange-rate.js';

const givenRates = given(exchangeRateDecider);
const euro = { currency: 'EUR', base: 'USD' } as const;
const set = (from: string, rate: string, replaces: string | null = null): ExchangeRateSet => ({
  type: 'ExchangeRateSet',
  data: { ...euro, from, rate, replaces },
});

describe('an exchange rate', () => {
  it('is set from a day on', () => {
    givenRates()
      .when(setExchangeRate, { ...euro, from: '2017-01-01', rate: '1.0500' })
      .then(set('2017-01-01', '1.05'));
  });

  it('is set again only when it is another one', () => {
    givenRates(set('2017-01-01', '1.05'))
      .when(setExchangeRate, { ...euro, from: '2017-01-01', rate: '1.050' })
      .thenNothing();
    givenRates(set('2017-01-01', '1.05'))
      .when(setExchangeRate, { ...euro, from: '2017-01-01', rate: '1.06' })
      .then(set('2017-01-01', '1.06', '1.05'));
  });

  it('is above 0, and of another currency than the company has', () => {
    for (const rate of ['0', '-1', 'much']) {
      givenRates()
        .when(setExchangeRate, { ...euro, from: '2017-01-01', rate })
        .thenRejected('RateInvalid');
    }
    givenRates()
      .when(setExchangeRate, { currency: 'USD', base: 'USD', from: '2017-01-01', rate: '1' })
      .thenRejected('CurrencyIsTheCompanys');
  });

  it('is kept by day, however they come, one for each', () => {
    const late = [set('2017-07-01', '1.2'), set('2017-01-01', '1.05'), set('2017-07-01', '1.15', '1.2')];
    const known = late.reduce(
      (state, event) => exchangeRateDecider.evolve(state, event, '2017-08-01T00:00:00.000Z'),
      exchangeRateDecider.initial,
    );
    expect(known?.rates).toStrictEqual([
      { from: '2017-01-01', rate: '1.05' },
      { from: '2017-07-01', rate: '1.15' },
    ]);
    expect(ratesIdOf(euro)).toBe('EUR~USD');
  });

  it('obeys the laws of deciders', () => {
    const commands = fc.record({
      from: fc.constantFrom('2017-01-01', '2017-02-01'),
      rate: fc.constantFrom('1', '1.5', '0'),
    });
    obeysDeciderLaws(
      exchangeRateDecider,
      commands.map((command) => (known) => setExchangeRate({ ...euro, ...command }, known)),
    );
  });
});
