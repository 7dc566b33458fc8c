import { expect, it } from 'vitest';
import { StageWalk } from './stage-visits.js';

type State = Parameters<StageWalk['enter']>;

const state = (day: number, stage: string, status: State[2] = 'Open'): State => [
  day,
  stage,
  status,
  status === 'Won' ? day : null,
];

const stageVisits = (states: readonly State[]) => {
  const walk = new StageWalk();
  for (const each of states) walk.enter(...each);
  const { visits, end } = walk;
  return { visits, end };
};

it('is one stay a stage, whatever else changed meanwhile', () => {
  expect(stageVisits([state(1, 'talk'), state(2, 'talk'), state(5, 'offer')])).toEqual({
    visits: [
      { stage: 'talk', from: 1, to: 5 },
      { stage: 'offer', from: 5, to: null },
    ],
    end: null,
  });
});

it('ends with the deal, on the day it was closed first', () => {
  expect(stageVisits([state(1, 'talk'), state(4, 'talk', 'Won'), state(9, 'talk', 'Won')])).toEqual({
    visits: [{ stage: 'talk', from: 1, to: 4 }],
    end: { kind: 'won', day: 4, signedDay: 4 },
  });
});

it('begins anew where the deal is open again', () => {
  const states = [state(1, 'talk'), state(4, 'talk', 'Lost'), state(9, 'talk')];
  expect(stageVisits(states)).toEqual({
    visits: [
      { stage: 'talk', from: 1, to: 4 },
      { stage: 'talk', from: 9, to: null },
    ],
    end: null,
  });
  expect(stageVisits([...states, state(12, 'talk', 'Won')]).end).toEqual({ kind: 'won', day: 12, signedDay: 12 });
});
