import { versionsOf } from '#projections/versions.js';
import { leaderboardNameDecider } from '../domain/leaderboard-name.state.js';

/** What leaderboards call, and called, the reps who have chosen a name. */
export const leaderboardNames = versionsOf(leaderboardNameDecider, { name: 'leaderboard-names', version: 1 });
