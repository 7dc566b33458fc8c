import type { CommandRunner } from '#commands/command-runner.js';
import { scanAll } from '#projections/scan-all.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Successor } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { teamDecider } from '../domain/team.state.js';
import { repVersions } from '../people-directory/people-directory.projections.js';

export const SUCCESSOR_RULES = ['manager', 'team'] as const;

/** `manager`: to who manages the leaver's team, or else the next team above it. `team`: to the other reps of the team. */
export type SuccessorRule = (typeof SUCCESSOR_RULES)[number];

/** Whom the rule names now, in equal parts; empty when nobody is there to take over. */
export const successorsBy = async (
  rule: SuccessorRule,
  leaver: Rep,
  runner: CommandRunner,
  store: ReadStore,
): Promise<readonly Successor[]> => {
  const seen = new Set<string>();
  for (let teamId: string | null = leaver.teamId; teamId !== null && !seen.has(teamId); ) {
    seen.add(teamId);
    const others = (await membersOf(teamId, runner, store)).filter(({ repId }) => repId !== leaver.repId);
    const takers = others.filter(({ role }) => role === (rule === 'manager' ? 'manager' : 'rep'));
    if (takers.length > 0 || rule === 'team') return takers.map(({ repId: ownerId }) => ({ ownerId, share: 1 }));
    teamId = (await runner.state(teamDecider, teamId))?.parentId ?? null;
  }
  return [];
};

/** The reps that the successors name, as far as they exist. */
export const colleaguesOf = async (
  runner: CommandRunner,
  successors: readonly Readonly<{ ownerId: string }>[],
): Promise<readonly Rep[]> => {
  const reps = await Promise.all(successors.map(({ ownerId }) => runner.state(repDecider, ownerId)));
  return reps.filter((rep) => rep !== null);
};

/** Who is in the team: found in the read model, and asked of the log whether they are still there. */
const membersOf = async (teamId: string, runner: CommandRunner, store: ReadStore): Promise<readonly Rep[]> => {
  const members: Rep[] = [];
  for await (const { key } of scanAll(store.collection(repVersions.documents), {
    index: 'byTeam',
    equals: { teamId },
  })) {
    const rep = await runner.state(repDecider, key);
    if (rep && rep.teamId === teamId && rep.departure === null) members.push(rep);
  }
  return members;
};

/**
 * The successors who are still here. For one who has left since, their own successors stand in, by the same shares.
 */
export const presentSuccessors = async (
  runner: CommandRunner,
  successors: readonly Successor[],
): Promise<readonly Successor[]> => {
  const shares = new Map<string, number>();
  const add = async (named: readonly Successor[], part: number, gone: ReadonlySet<string>): Promise<void> => {
    const total = named.reduce((sum, { share }) => sum + share, 0);
    for (const { ownerId, share } of named) {
      const own = (part * share) / total;
      const departure = (await runner.state(repDecider, ownerId))?.departure ?? null;
      if (departure === null) shares.set(ownerId, (shares.get(ownerId) ?? 0) + own);
      else if (!gone.has(ownerId)) await add(departure.successors, own, new Set([...gone, ownerId]));
    }
  };
  await add(successors, 1, new Set());
  return [...shares].map(([ownerId, share]) => ({ ownerId, share }));
};
