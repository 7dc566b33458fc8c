import { expect, it } from 'vitest';
import { ranked } from './leaderboard-rows.js';

const row = (repId: string, value: number) => ({ repId, name: `Rep ${repId}`, value });

it('ranks from the highest value down, equal values sharing a rank', () => {
  expect(ranked([row('a', 1), row('c', 5), row('b', 5), row('d', 3)])).toEqual([
    { rank: 1, ...row('b', 5) },
    { rank: 1, ...row('c', 5) },
    { rank: 3, ...row('d', 3) },
    { rank: 4, ...row('a', 1) },
  ]);
});
