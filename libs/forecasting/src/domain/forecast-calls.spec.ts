import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obeysDeciderLaws } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import { type AdjustForecast, adjustForecast } from './adjust-forecast.js';
import type { ForecastAdjusted } from './forecast-adjustment.events.js';
import { adjustmentIdOf, forecastAdjustmentDecider } from './forecast-adjustment.state.js';
import type { ForecastSubmitted } from './forecast-submission.events.js';
import { forecastSubmissionDecider } from './forecast-submission.state.js';
import { forecastTargetId } from './forecast-target.js';
import { setSubmissionDeadline } from './set-submission-deadline.js';
import { submissionDeadlineDecider } from './submission-deadline.state.js';
import { type SubmitForecast, submitForecast } from './submit-forecast.js';

const days = { from: '2017-01-01', to: '2017-04-01' };
const target = { scope: 'rep', scopeId: 'ada', period: '2017-Q1', days, category: 'commit' } as const;
const dollars = (amount: number) => ({ amount, currency: 'USD' });
const amounts = fc.record(
  { amount: fc.integer({ min: -1, max: 2 }), currency: fc.constantFrom('USD', 'EUR') },
  { noNullPrototype: true },
);
const notes = fc.constantFrom(null, 'Late budget');

describe('an adjustment of a forecast', () => {
  const givenAdjustment = given(forecastAdjustmentDecider);
  const adjust: AdjustForecast = { ...target, level: 'north', amount: dollars(500), note: 'Two more will sign' };
  const adjusted: ForecastAdjusted = { type: 'ForecastAdjusted', data: { ...adjust, from: null } };

  it('puts a figure in the place of the computed one, with a note', () => {
    givenAdjustment().when(adjustForecast, adjust).then(adjusted);
  });

  it('changes, and what it was before is kept', () => {
    const more = { ...adjust, amount: dollars(600) };
    givenAdjustment(adjusted)
      .when(adjustForecast, more)
      .then({ type: 'ForecastAdjusted', data: { ...more, from: dollars(500) } });
    const otherwise = { ...adjust, note: 'One will sign' };
    givenAdjustment(adjusted)
      .when(adjustForecast, otherwise)
      .then({ type: 'ForecastAdjusted', data: { ...otherwise, from: dollars(500) } });
  });

  it('stays as it is when it is made again', () => {
    givenAdjustment(adjusted).when(adjustForecast, adjust).thenNothing();
  });

  it('can be taken back, and only once it is there', () => {
    const back = { ...adjust, amount: null, note: null };
    givenAdjustment(adjusted)
      .when(adjustForecast, back)
      .then({ type: 'ForecastAdjusted', data: { ...back, from: dollars(500) } });
    givenAdjustment().when(adjustForecast, back).thenRejected('ForecastNotAdjusted');
  });

  it('is not below 0', () => {
    givenAdjustment()
      .when(adjustForecast, { ...adjust, amount: dollars(-1) })
      .thenRejected('ForecastNegative');
  });

  it('has a record of its own for each figure and each level', () => {
    expect(adjustmentIdOf(adjust)).toBe('rep:ada:2017-01-01:2017-04-01:commit:north');
    expect(adjustmentIdOf({ ...adjust, level: null })).toBe('rep:ada:2017-01-01:2017-04-01:commit:');
  });

  it('obeys the laws of deciders', () => {
    obeysDeciderLaws(
      forecastAdjustmentDecider,
      fc
        .record({ amount: fc.option(amounts), note: notes })
        .map((call) => (adjustment) => adjustForecast({ ...adjust, ...call }, adjustment)),
    );
  });
});

describe('a submission of a forecast', () => {
  const givenSubmission = given(forecastSubmissionDecider);
  const submit: SubmitForecast = { ...target, amount: dollars(500), note: null };
  const submitted: ForecastSubmitted = { type: 'ForecastSubmitted', data: { ...submit, from: null } };

  it('is a call that can be made anew', () => {
    givenSubmission().when(submitForecast, submit).then(submitted);
    const less = { ...submit, amount: dollars(400), note: 'One slipped' };
    givenSubmission(submitted)
      .when(submitForecast, less)
      .then({ type: 'ForecastSubmitted', data: { ...less, from: dollars(500) } });
  });

  it('stays as it is when it is made again', () => {
    givenSubmission(submitted).when(submitForecast, submit).thenNothing();
  });

  it('is not below 0', () => {
    givenSubmission()
      .when(submitForecast, { ...submit, amount: dollars(-1) })
      .thenRejected('ForecastNegative');
  });

  it('has a record of its own for each figure', () => {
    expect(forecastTargetId(submit)).toBe('rep:ada:2017-01-01:2017-04-01:commit');
  });

  it('obeys the laws of deciders', () => {
    obeysDeciderLaws(
      forecastSubmissionDecider,
      fc
        .record({ amount: amounts, note: notes })
        .map((call) => (submission) => submitForecast({ ...submit, ...call }, submission)),
    );
  });
});

describe('the deadline of submissions', () => {
  const givenDeadline = given(submissionDeadlineDecider);
  const set = { type: 'SubmissionDeadlineSet', data: { unit: 'month', dueOnDay: 5, from: null } } as const;

  it('is set, moved and taken away', () => {
    givenDeadline().when(setSubmissionDeadline, { unit: 'month', dueOnDay: 5 }).then(set);
    givenDeadline(set)
      .when(setSubmissionDeadline, { unit: 'month', dueOnDay: 10 })
      .then({ type: 'SubmissionDeadlineSet', data: { unit: 'month', dueOnDay: 10, from: 5 } });
    givenDeadline(set)
      .when(setSubmissionDeadline, { unit: 'month', dueOnDay: null })
      .then({ type: 'SubmissionDeadlineSet', data: { unit: 'month', dueOnDay: null, from: 5 } });
  });

  it('stays as it is when it is set to the same', () => {
    givenDeadline(set).when(setSubmissionDeadline, { unit: 'month', dueOnDay: 5 }).thenNothing();
    givenDeadline().when(setSubmissionDeadline, { unit: 'month', dueOnDay: null }).thenNothing();
  });
});
