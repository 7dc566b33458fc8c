import { describe, it } from 'vitest';
import { given } from '#testing/given.js';
import { chooseForecastMethod } from './choose-forecast-method.js';
import type { ForecastMethodChosen } from './forecast-method.events.js';
import { forecastMethodDecider } from './forecast-method.state.js';

const givenMethod = given(forecastMethodDecider);
const says = { forecasts: 33, accuracy: 0.75, bias: -0.05, error: 0.2 };
const evidence = { backTestId: 'test', ...says };
const chosen: ForecastMethodChosen = {
  type: 'ForecastMethodChosen',
  data: { method: 'historical-landing', evidence, from: null },
};

describe('the method by which the company forecasts', () => {
  it('is chosen by what a back-test says of it', () => {
    givenMethod()
      .when(chooseForecastMethod, { method: 'historical-landing', backTest: { id: 'test', says } })
      .then(chosen);
  });

  it('is chosen without one too, and what it was before is kept', () => {
    givenMethod(chosen)
      .when(chooseForecastMethod, { method: 'commit', backTest: null })
      .then({ type: 'ForecastMethodChosen', data: { method: 'commit', evidence: null, from: 'historical-landing' } });
  });

  it('stays as it is when chosen again', () => {
    givenMethod(chosen)
      .when(chooseForecastMethod, { method: 'historical-landing', backTest: { id: 'test', says } })
      .thenNothing();
  });

  it('is not chosen by a back-test that says nothing of it', () => {
    givenMethod()
      .when(chooseForecastMethod, { method: 'commit', backTest: { id: 'test', says: null } })
      .thenRejected('MethodNotBackTested');
  });
});
