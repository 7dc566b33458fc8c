import { expect, it } from 'vitest';
import { chooseLeaderboardName } from './choose-leaderboard-name.js';
import { leaderboardNameDecider } from './leaderboard-name.state.js';

const chosen = (name: string | null) => ({ type: 'LeaderboardNameChosen', data: { repId: 'ann', name } }) as const;
const after = (name: string | null) => leaderboardNameDecider.evolve(null, chosen(name), '2020-01-01T00:00:00.000Z');

it('is chosen, changed and given up', () => {
  expect(chooseLeaderboardName({ repId: 'ann', name: 'Ace' }, null)).toEqual([chosen('Ace')]);
  expect(chooseLeaderboardName({ repId: 'ann', name: null }, after('Ace'))).toEqual([chosen(null)]);
});

it('changes nothing when it is that name already, or none', () => {
  expect(chooseLeaderboardName({ repId: 'ann', name: 'Ace' }, after('Ace'))).toEqual([]);
  expect(chooseLeaderboardName({ repId: 'ann', name: null }, null)).toEqual([]);
});
