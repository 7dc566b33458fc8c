import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { instantOf } from '#kernel/instant.js';

/** Of an order that whoever runs the program here gives: an admin, as they can read and write everything. */
export const orderContext = (): CommandContext => {
  const commandId = uuidv7();
  return {
    ...{ commandId, correlationId: commandId, source: 'cli', now: instantOf(Date.now()) },
    actor: { id: 'admin', role: 'admin' },
  };
};
