import type { CommandRunner } from '#commands/command-runner.js';
import type { LoadedStream } from '#commands/loaded-streams.js';
import { type Team, teamDecider } from './domain/team.state.js';

/** A team on the way up, by its id, with what the log says of it. */
export type TeamOnPath = Readonly<{ teamId: string }> & LoadedStream<Team | null>;

/** The team and those above it, up to the top or to one that was met before; the last may be none that there is. */
export const teamPath = async (runner: CommandRunner, teamId: string): Promise<readonly TeamOnPath[]> => {
  const path = new Map<string, TeamOnPath>();
  for (let next: string | null = teamId; next !== null && !path.has(next); ) {
    const team: TeamOnPath = { teamId: next, ...(await runner.record(teamDecider, next)) };
    path.set(next, team);
    next = team.state?.parentId ?? null;
  }
  return [...path.values()];
};

/**
 * Ids of the team and of those above it, where teams that are below each other count as at the top, as in whatever is read
 * (`asTree`).
 */
export const lineOf = async (runner: CommandRunner, teamId: string): Promise<readonly string[]> => {
  const path = await teamPath(runner, teamId);
  const first = path.findIndex((team) => team.teamId === path.at(-1)?.state?.parentId);
  return path.slice(0, first < 0 ? path.length : first + 1).map((team) => team.teamId);
};
