import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor, Role } from '#kernel/actor.js';
import { type Rejected, reject } from '#kernel/outcome.js';
import { repDecider } from './domain/rep.state.js';
import { teamDecider } from './domain/team.state.js';

export type NotAllowed = Rejected<'NotAllowed'>;

/** Teams nest at most this deep; a longer chain is taken as not belonging. */
const MAX_DEPTH = 32;

/** Null when the actor has one of the roles (an admin always does). */
export const mustBe = (actor: Actor, ...roles: readonly Role[]): NotAllowed | null =>
  actor.role === 'admin' || roles.includes(actor.role)
    ? null
    : reject('NotAllowed', `This takes the role ${['admin', ...roles].join(' or ')}; yours is ${actor.role}`);

/**
 * Null when the actor may write a record of this owner: a rep their own, a manager what the teams below theirs own and
 * what nobody owns, an admin all.
 */
export const mayWrite = async (
  runner: CommandRunner,
  actor: Actor,
  ownerId: string | null,
): Promise<NotAllowed | null> => {
  switch (actor.role) {
    case 'admin':
      return null;
    case 'rep':
      return ownerId === actor.id ? null : reject('NotAllowed', 'A rep writes only what is theirs');
    case 'manager':
      if (ownerId === null || ownerId === actor.id || (await managesOwner(runner, actor.id, ownerId))) return null;
      return reject('NotAllowed', 'A manager writes only for their own teams');
    default:
      return reject('NotAllowed', `The role ${actor.role} only reads`);
  }
};

/** Null when the actor manages the rep, or is an admin: what a rep may not do for themselves. */
export const mayManage = async (runner: CommandRunner, actor: Actor, repId: string): Promise<NotAllowed | null> =>
  actor.role === 'manager' && !(await managesOwner(runner, actor.id, repId))
    ? reject('NotAllowed', 'A manager decides only for their own teams')
    : mustBe(actor, 'manager');

/** Null when the actor manages the team, or one above it, or is an admin. */
export const mayManageTeam = async (
  runner: CommandRunner,
  actor: Actor,
  teamId: string,
): Promise<NotAllowed | null> => {
  const denied = mustBe(actor, 'manager');
  if (denied || actor.role === 'admin') return denied;
  const manager = await runner.state(repDecider, actor.id);
  return manager !== null && (await isWithin(runner, teamId, manager.teamId))
    ? null
    : reject('NotAllowed', 'A manager decides only for their own teams');
};

const managesOwner = async (runner: CommandRunner, managerId: string, ownerId: string): Promise<boolean> => {
  const [manager, owner] = await Promise.all([runner.state(repDecider, managerId), runner.state(repDecider, ownerId)]);
  return manager !== null && owner !== null && (await isWithin(runner, owner.teamId, manager.teamId));
};

/** Whether `teamId` is `ancestorId` or below it. */
const isWithin = async (runner: CommandRunner, teamId: string, ancestorId: string): Promise<boolean> => {
  let current: string | null = teamId;
  for (let depth = 0; current !== null && depth < MAX_DEPTH; depth += 1) {
    if (current === ancestorId) return true;
    current = (await runner.state(teamDecider, current))?.parentId ?? null;
  }
  return false;
};
