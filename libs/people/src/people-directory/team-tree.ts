import type { Team } from '../domain/team.state.js';

/**
 * The teams as a tree. Moves that two processes decided at the same time may have put teams below each other, until one of
 * them is moved again: those count as at the top. Rights have it alike (`lineOf`).
 */
export const asTree = (teams: ReadonlyMap<string, Team>): ReadonlyMap<string, Team> => {
  const isBelowItself = ({ teamId, parentId }: Team): boolean => {
    const seen = new Set<string>();
    for (let above = parentId; above !== null && !seen.has(above); above = teams.get(above)?.parentId ?? null) {
      seen.add(above);
    }
    return seen.has(teamId);
  };
  return new Map([...teams].map(([id, team]) => [id, isBelowItself(team) ? { ...team, parentId: null } : team]));
};
