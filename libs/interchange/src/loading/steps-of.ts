import { v5 as uuidv5 } from 'uuid';
import type { Step } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { isNoRep } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { type Rejected, reject } from '#kernel/outcome.js';
import type { Importing, RecordCommands } from './record-commands.js';

/**
 * The commands of a record, each with its id: derived from what its row says and its number among those that say the same.
 * `lastAt`: when the last fact of the record was, before them.
 */
export const stepsOf = <S, E, C extends string>(
  { actor, importId, client, now }: Pick<Importing, 'actor' | 'importId' | 'client' | 'now'>,
  category: string,
  { id, commands }: RecordCommands<S, E, C>,
  lastAt: Instant | null,
): readonly Step<S, E, C | 'NotAllowed'>[] => {
  const equals = new Map<string, number>();
  let latest = lastAt ?? '';
  return commands.map(({ says, at, late = false, by, onBehalfOf, decide }) => {
    const content = JSON.stringify([category, id, says]);
    const ordinal = equals.get(content) ?? 0;
    equals.set(content, ordinal + 1);
    const occurredAt = late && at < latest ? latest : at;
    if (at > latest) latest = at;
    const acting = { id: by ?? actor.id, role: actor.role, ...(onBehalfOf && { onBehalfOf }) };
    const context = {
      commandId: uuidv5(`import ${ordinal} ${content}`, ANNALS_NAMESPACE),
      actor: acting,
      now,
      occurredAt,
      source: 'import' as const,
      client,
      correlationId: importId,
    };
    // What the admin and the software did only an admin may say.
    const isForged = actor.role !== 'admin' && [by, onBehalfOf].some((id) => id != null && isNoRep(id));
    return { context, decide: isForged ? () => NOT_YOUR_WORD : decide };
  });
};

const NOT_YOUR_WORD: Rejected<'NotAllowed'> = reject(
  'NotAllowed',
  'Only an admin imports what the admin or the system did: leave actor_id empty, or name a rep',
);
