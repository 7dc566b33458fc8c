import { describe, expect, it } from 'vitest';
import { eachPathOf, type ToldDeal, type ToldState } from '../deal-paths/told-deals.js';
import { ENTRY_ROWS, isInEntryRow, StageConversion, type StageFigures } from './stage-conversion.js';
import { type StageEntry, stageEntries } from './stage-entries.js';

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

const entries = (paths: readonly ToldDeal[], { from = 0, to = 1_000, owner }: Asked = {}): readonly StageEntry[] => {
  const found: StageEntry[] = [];
  const question = {
    stages: STAGES,
    cohortsOf: (entered: number) => (entered >= from * DAY && entered < to * DAY ? ['asked'] : []),
    counts: (ownerId: string | null) => owner === undefined || owner === ownerId,
  };
  eachPathOf(paths, 1_000 * DAY)(stageEntries(question, (entry) => found.push(entry)));
  return found;
};

const figures = (paths: readonly ToldDeal[], asked?: Asked): readonly StageFigures[] => {
  const conversion = new StageConversion(STAGES);
  for (const entry of entries(paths, asked)) conversion.add(entry);
  return conversion.cohort('asked');
};

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

  it('counts in each row what is listed for it, and everything that entered as advanced, lost or open', () => {
    const all = entries([
      path('won', [0, 'Open', 'first'], [4, 'Open', 'second'], [6, 'Won', 'second']),
      path('lost', [1, 'Open', 'first'], [3, 'Lost', 'first']),
      path('late', [1, 'Open', 'first'], [2, 'Open', 'second'], [3, 'Lost', 'second']),
      path('open', [2, 'Open', 'first']),
    ]).filter(({ stage }) => stage === 'first');
    const counts = ENTRY_ROWS.map((row) => [row, all.filter((entry) => isInEntryRow(entry, row)).length]);
    expect(Object.fromEntries(counts)).toEqual({ entered: 4, advanced: 2, lost: 1, open: 1, won: 1 });
  });
});
