import type { LeaderboardNameChosen } from './leaderboard-name.events.js';
import type { LeaderboardName } from './leaderboard-name.state.js';

export const chooseLeaderboardName = (
  { repId, name }: LeaderboardName,
  before: LeaderboardName | null,
): readonly LeaderboardNameChosen[] =>
  (before?.name ?? null) === name ? [] : [{ type: 'LeaderboardNameChosen', data: { repId, name } }];
