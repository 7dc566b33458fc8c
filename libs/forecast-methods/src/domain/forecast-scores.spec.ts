import { expect, it } from 'vitest';
import { accuracyOf, scoresOf } from './forecast-scores.js';

it('is as accurate as the forecast is near, and never below 0', () => {
  expect([accuracyOf(80, 100), accuracyOf(120, 100), accuracyOf(300, 100)]).toEqual([0.8, 0.8, 0]);
  expect([accuracyOf(0, 0), accuracyOf(5, 0)]).toEqual([1, 0]);
});

it('scores each method over all and by horizon, the best first', () => {
  const scored = (method: 'commit' | 'best-case', horizon: number, forecast: number, actual: number) => ({
    ...{ method, horizon, forecast, actual },
  });
  const scores = scoresOf([
    scored('commit', 2, 50, 100),
    scored('commit', 1, 300, 300),
    scored('best-case', 1, 150, 100),
    scored('best-case', 1, 300, 300),
  ]);
  expect(scores).toEqual([
    { method: 'commit', horizon: null, forecasts: 2, accuracy: 0.75, bias: -0.125, error: 0.125 },
    { method: 'commit', horizon: 1, forecasts: 1, accuracy: 1, bias: 0, error: 0 },
    { method: 'commit', horizon: 2, forecasts: 1, accuracy: 0.5, bias: -0.5, error: 0.5 },
    { method: 'best-case', horizon: null, forecasts: 2, accuracy: 0.75, bias: 0.125, error: 0.125 },
    { method: 'best-case', horizon: 1, forecasts: 2, accuracy: 0.75, bias: 0.125, error: 0.125 },
  ]);
});
