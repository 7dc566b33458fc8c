import { describe, expect, it } from 'vitest';
import { eachPathOf, type ToldDeal, type ToldState } from '../deal-paths/told-deals.js';
import { type StageFigures, stageConversion, withoutDeals } from './stage-conversion.js';

const DAY = 86_400_000;
const STAGES = ['first', 'second', 'third'];

type Step = readonly [day: number, status: ToldState['status'], stage: string, ownerId?: string];

/** A deal that came into each state on that day and stayed in it until the next one. */
const path = (dealId: string, ...steps: readonly Step[]): ToldDeal => ({
  dealId,
  states: steps.map(([day, status, stage, ownerId = 'ann']) => ({
    ...{ from: day * DAY, status, stage, ownerId, amount: 100, expectedCloseOn: null, split: null },
  })),
});

type Asked = Readonly<{ from?: number; to?: number; owner?: string }>;

const figures = (paths: readonly ToldDeal[], { from = 0, to = 1_000, owner }: Asked = {}): readonly StageFigures[] =>
  stageConversion(eachPathOf(paths, 1_000 * DAY), {
    stages: STAGES,
    cohortsOf: (entered) => (entered >= from * DAY && entered < to * DAY ? ['asked'] : []),
    counts: (ownerId) => owner === undefined || owner === ownerId,
  }).get('asked') ?? withoutDeals(STAGES);

const of = (stage: string, found: readonly StageFigures[]): StageFigures | undefined =>
  found.find((each) => each.stage === stage);

const nothing = {
  entered: 0,
  advanced: 0,
  lost: 0,
  open: 0,
  won: 0,
  conversion: null,
  medianDaysInStage: null,
  medianDaysInStageCumulative: null,
};

describe('stage conversion', () => {
  it('is advanced ÷ entered, with what became of each deal that came into the stage', () => {
    const found = figures([
      path('won', [0, 'Open', 'first'], [4, 'Open', 'second'], [6, 'Won', 'second']),
      path('lost', [1, 'Open', 'first'], [3, 'Lost', 'first']),
      path('open', [2, 'Open', 'first']),
    ]);
    expect(found).toEqual([
      {
        stage: 'first',
        entered: 3,
        advanced: 1,
        lost: 1,
        open: 1,
        won: 1,
        conversion: 1 / 3,
        medianDaysInStage: 3,
        medianDaysInStageCumulative: 3,
      },
      {
        stage: 'second',
        entered: 1,
        advanced: 1,
        lost: 0,
        open: 0,
        won: 1,
        conversion: 1,
        medianDaysInStage: 2,
        medianDaysInStageCumulative: 2,
      },
      { stage: 'third', ...nothing },
    ]);
  });

  it('counts a deal in a stage once, and adds up its stays for the cumulative time', () => {
    const backAndForth = path(
      'd',
      [0, 'Open', 'first'],
      [5, 'Open', 'second'],
      [6, 'Open', 'first'],
      [8, 'Open', 'second'],
    );
    expect(of('first', figures([backAndForth]))).toEqual({
      stage: 'first',
      entered: 1,
      advanced: 1,
      lost: 0,
      open: 0,
      won: 0,
      conversion: 1,
      medianDaysInStage: 2,
      medianDaysInStageCumulative: 7,
    });
    expect(of('second', figures([backAndForth]))).toMatchObject({ entered: 1, open: 1, medianDaysInStage: null });
  });

  it('follows the cohort beyond the time in which it came in', () => {
    const deal = path('d', [0, 'Open', 'first'], [90, 'Open', 'second'], [95, 'Lost', 'second']);
    expect(of('first', figures([deal], { to: 30 }))).toMatchObject({ entered: 1, advanced: 1, lost: 0 });
    expect(of('second', figures([deal], { to: 30 }))).toEqual({ stage: 'second', ...nothing });
    expect(of('second', figures([deal], { from: 30 }))).toMatchObject({ entered: 1, advanced: 0, lost: 1 });
  });

  it('counts a stage that was passed through in no time, and not one that was skipped', () => {
    const deal = path('d', [0, 'Open', 'first'], [0, 'Open', 'third']);
    const found = figures([deal]);
    expect(of('first', found)).toMatchObject({ entered: 1, advanced: 1, medianDaysInStage: 0 });
    expect(of('second', found)).toEqual({ stage: 'second', ...nothing });
    expect(of('third', found)).toMatchObject({ entered: 1, open: 1 });
  });

  it('takes a move back for no advance, and a deal that is opened again for a new stay', () => {
    const back = path('b', [0, 'Open', 'second'], [2, 'Open', 'first']);
    expect(of('second', figures([back]))).toMatchObject({ entered: 1, advanced: 0, open: 1, medianDaysInStage: 2 });
    const again = path('a', [0, 'Open', 'first'], [1, 'Lost', 'first'], [10, 'Open', 'first'], [14, 'Won', 'first']);
    expect(of('first', figures([again], { from: 5 }))).toMatchObject({
      entered: 1,
      advanced: 1,
      lost: 0,
      medianDaysInStage: 4,
      medianDaysInStageCumulative: 5,
    });
  });

  it('belongs to whoever owned the deal when it came into the stage', () => {
    const deal = path('d', [0, 'Open', 'first', 'ann'], [2, 'Open', 'first', 'bob'], [3, 'Open', 'second', 'bob']);
    expect(of('first', figures([deal], { owner: 'ann' }))).toMatchObject({ entered: 1, advanced: 1 });
    expect(of('second', figures([deal], { owner: 'ann' }))).toEqual({ stage: 'second', ...nothing });
    expect(of('second', figures([deal], { owner: 'bob' }))).toMatchObject({ entered: 1 });
  });

  it('counts once for whoever has a share of the deal when it comes into the stage, in the place of its owner', () => {
    const { dealId, states } = path('d', [0, 'Open', 'first', 'ann'], [2, 'Won', 'first', 'ann']);
    const split = ['bob', 'cid'].map((repId) => ({ repId, basisPoints: 5_000 }));
    const deal = { dealId, states: states.map((state) => ({ ...state, split })) };
    const enteredOf = (owner?: string) => of('first', figures([deal], owner === undefined ? {} : { owner }))?.entered;
    expect([enteredOf(), enteredOf('bob'), enteredOf('cid'), enteredOf('ann')]).toEqual([1, 1, 1, 0]);
  });

  it('lists what stands in a stage that the process does not have any more behind the others', () => {
    const found = figures([
      path('d', [0, 'Open', 'gone'], [1, 'Open', 'first']),
      path('e', [0, 'Open', 'gone'], [2, 'Won', 'gone']),
    ]);
    expect(found.map(({ stage }) => stage)).toEqual([...STAGES, 'gone']);
    expect(of('gone', found)).toMatchObject({ entered: 2, advanced: 1, won: 1 });
  });
});
