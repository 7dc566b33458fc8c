import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite, mustBe, type NotAllowed } from '#people/access.contract.js';

/** Null when the actor may put a customer of this owner into, or leave it in, the shared pool: there anybody who sells may. */
export const mayPool = async (
  runner: CommandRunner,
  actor: Actor,
  ownerId: string | null,
): Promise<NotAllowed | null> =>
  ownerId === null ? mustBe(actor, 'rep', 'manager') : mayWrite(runner, actor, ownerId);
