import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor, Role } from '#kernel/actor.js';
import { type Rejected, reject } from '#kernel/outcome.js';
import { type Rep, repDecider } from './domain/rep.state.js';
import { lineOf } from './team-path.js';

export type NotAllowed = Rejected<'NotAllowed'>;

/** They can take nothing from others, so whoever manages them may move them and let them go. */
const LED: readonly Role[] = ['rep', 'reader'];

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

/**
 * Null when the actor may move the rep, or let them go: who manages them. Of another manager, an analyst or an admin only who
 * manages a team above theirs, or an admin: nobody takes their rights from those beside them.
 */
export const mayPlace = async (
  runner: CommandRunner,
  actor: Actor,
  { repId, name, role, teamId }: Rep,
): Promise<NotAllowed | null> => {
  const denied = await mayManageTeam(runner, actor, teamId);
  if (denied || actor.role === 'admin' || actor.id === repId || LED.includes(role)) return denied;
  const [, above] = await lineOf(runner, teamId);
  return above !== undefined && (await mayManageTeam(runner, actor, above)) === null
    ? null
    : reject('NotAllowed', `${name} is ${role}: this takes an admin, or who manages a team above theirs`);
};

const managesOwner = async (runner: CommandRunner, managerId: string, ownerId: string): Promise<boolean> => {
  const [manager, owner] = await Promise.all([runner.state(repDecider, managerId), runner.state(repDecider, ownerId)]);
  return manager !== null && owner !== null && (await isWithin(runner, owner.teamId, manager.teamId));
};

/** Whether `teamId` is `ancestorId` or below it. */
const isWithin = async (runner: CommandRunner, teamId: string, ancestorId: string): Promise<boolean> =>
  (await lineOf(runner, teamId)).includes(ancestorId);
