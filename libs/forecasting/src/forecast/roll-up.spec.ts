import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORECAST_CATEGORIES } from '#kernel/forecast-category.js';
import type { Rep, Team } from '#people/people.contract.js';
import { ForecastLine } from './forecast-line.js';
import { type CallOf, RollUp } from './roll-up.js';

const TEAMS = { all: null, north: 'all', berlin: 'north', south: 'all' } as const;
const REPS = { ann: 'berlin', bob: 'berlin', mia: 'north', sue: 'south', ned: 'nowhere' } as const;

const organisation = {
  teams: new Map(
    Object.entries(TEAMS).map(([teamId, parentId]) => [teamId, { teamId, name: teamId, parentId } as Team]),
  ),
  reps: new Map(Object.entries(REPS).map(([repId, teamId]) => [repId, { repId, teamId } as Rep])),
};

const lineOf = ([closed = 0, commit = 0, bestCase = 0, pipeline = 0]: readonly number[]): ForecastLine => {
  const line = new ForecastLine();
  line.closed = closed;
  line.addOpen('commit', commit, 0.9);
  line.addOpen('bestCase', bestCase, 0.5);
  line.addOpen('pipeline', pipeline, 0.1);
  return line;
};

/** Adjustments written `rep ann commit`: amount. */
const adjustments =
  (made: Readonly<Record<string, number>>): CallOf =>
  ({ scope, scopeId }, category) =>
    made[`${scope} ${scopeId} ${category}`] ?? null;

const rollUp = (lines: Readonly<Record<string, readonly number[]>>, made: Readonly<Record<string, number>> = {}) =>
  new RollUp(
    organisation,
    new Map(Object.entries(lines).map(([owner, amounts]) => [owner === 'nobody' ? null : owner, lineOf(amounts)])),
    adjustments(made),
  );

const LINES = {
  ann: [10, 20, 30, 40],
  bob: [1, 2, 3, 4],
  mia: [100, 0, 0, 0],
  sue: [0, 7, 0, 0],
  nobody: [0, 0, 5, 0],
};

describe('the forecast of a team', () => {
  it('is the sum of its reps and of the teams below', () => {
    const { line, adjusted } = rollUp(LINES).team('north');
    expect(line.cumulative).toEqual({ closed: 111, commit: 133, bestCase: 166, pipeline: 210 });
    expect(adjusted).toEqual(line.cumulative);
  });

  it('takes the adjusted figures of those below, and its own adjustment in the place of their sum', () => {
    const made = { 'rep ann commit': 50, 'team berlin bestCase': 90 };
    const rolledUp = rollUp(LINES, made);
    expect(rolledUp.rep('ann').adjusted).toEqual({ closed: 10, commit: 50, bestCase: 60, pipeline: 100 });
    expect(rolledUp.team('berlin').adjusted).toEqual({ closed: 11, commit: 53, bestCase: 90, pipeline: 110 });
    expect(rolledUp.team('north').adjusted).toEqual({ closed: 111, commit: 153, bestCase: 190, pipeline: 210 });
    expect(rolledUp.team('north').line.cumulative.commit).toBe(133);
  });

  it('is never less than what is closed or surer, whatever somebody said', () => {
    const made = { 'rep ann commit': 5, 'rep bob commit': 60 };
    expect(rollUp(LINES, made).rep('ann').adjusted.commit).toBe(10);
    expect(rollUp(LINES, made).rep('bob').adjusted).toEqual({ closed: 1, commit: 60, bestCase: 60, pipeline: 60 });
  });

  it('counts at the top also what nobody owns, and who is in no team', () => {
    expect(rollUp({ ...LINES, ned: [3, 0, 0, 0], left: [4, 0, 0, 0] }).company().line.cumulative).toEqual({
      closed: 118,
      commit: 147,
      bestCase: 185,
      pipeline: 229,
    });
  });
});

const amounts = fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 });
const owners = [...Object.keys(REPS), 'nobody', 'left'];
const anyLines = fc.array(fc.tuple(fc.constantFrom(...owners), amounts)).map(Object.fromEntries);
const subjects = [
  ...Object.keys(TEAMS).map((team) => `team ${team}`),
  ...Object.keys(REPS).map((repId) => `rep ${repId}`),
].flatMap((holder) => FORECAST_CATEGORIES.map((category) => `${holder} ${category}`));
const anyAdjustments = fc.array(fc.tuple(fc.constantFrom(...subjects), fc.nat(3000))).map(Object.fromEntries);

describe('any roll-up', () => {
  it('adds up to the lines, and its categories never fall from surer to less sure', () => {
    fc.assert(
      fc.property(anyLines, anyAdjustments, (lines, made) => {
        const rolledUp = rollUp(lines, made);
        const company = rolledUp.company();
        const sum = new ForecastLine();
        for (const each of Object.values(lines)) sum.include(lineOf(each as number[]));
        expect(company.line.cumulative).toEqual(sum.cumulative);
        const all = [company, ...Object.keys(TEAMS).map((team) => rolledUp.team(team)), rolledUp.rep('ann')];
        for (const { line, adjusted } of all) {
          for (const { closed, commit, bestCase, pipeline } of [line.cumulative, adjusted]) {
            expect([closed, commit, bestCase, pipeline]).toEqual(
              [closed, commit, bestCase, pipeline].sort((a, b) => a - b),
            );
          }
          expect(adjusted.closed).toBe(line.closed);
        }
        expect(rollUp(lines).company().adjusted).toEqual(sum.cumulative);
      }),
    );
  });

  it('does as the highest adjustment says, where that is not less than what is closed', () => {
    fc.assert(
      fc.property(anyLines, anyAdjustments, fc.nat(3000), (lines, made, amount) => {
        const { adjusted, line } = rollUp(lines, { ...made, 'team all commit': amount }).team('all');
        expect(adjusted.commit).toBe(Math.max(line.closed, amount));
      }),
    );
  });
});
