import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite, mustBe, type NotAllowed } from '#people/access.contract.js';

/** Null when the actor may write a lead of this owner: in the shared pool anybody who sells may. */
export const mayWriteLead = async (
  runner: CommandRunner,
  actor: Actor,
  ownerId: string | null,
): Promise<NotAllowed | null> =>
  ownerId === null ? mustBe(actor, 'rep', 'manager') : mayWrite(runner, actor, ownerId);
