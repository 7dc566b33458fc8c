import { describe, expect, it } from 'vitest';
import { ranked } from './leaderboard-rows.js';
import { badgesOf, movedSince } from './standing.js';

const row = (repId: string, value: number) => ({ repId, name: repId, value });

describe('the movement since the period before', () => {
  it('is how many ranks somebody has climbed or fallen, with the place and value of then', () => {
    const before = ranked([row('a', 5), row('b', 3), row('c', 1)]);
    expect(ranked([row('b', 9), row('a', 5), row('new', 2)]).map(movedSince(before))).toEqual([
      { before: { rank: 2, value: 3 }, movement: 1 },
      { before: { rank: 1, value: 5 }, movement: -1 },
      { before: null, movement: null },
    ]);
  });
});

describe('badges', () => {
  it('are for a quota that is met', () => {
    expect(badgesOf(5, [], 1)).toEqual(['goalReached']);
    expect(badgesOf(5, [], 0.99)).toEqual([]);
  });

  it('are for more than ever before, where there is a before', () => {
    expect(badgesOf(5, [4, 3], null)).toEqual(['record']);
    expect(badgesOf(5, [5], null)).toEqual([]);
    expect(badgesOf(5, [], null)).toEqual([]);
  });
});
