import { v5 as uuidv5 } from 'uuid';
import type { NewEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { CommandContext } from './command-context.js';
import { ANNALS_NAMESPACE } from './idempotency-keys.js';

/** What a command decided as the log takes it, with who and when in its metadata. `index`: its place among the command's. */
export const toStored = <S, E extends DomainEvent>(
  { types }: Decider<S, E>,
  event: E,
  at: Instant,
  context: CommandContext,
  index: number,
): NewEvent => {
  const { commandId, actor, source, client, correlationId, causationId } = context;
  return {
    id: uuidv5(`${index} ${commandId}`, ANNALS_NAMESPACE),
    type: types[event.type as E['type']],
    data: event.data as NewEvent['data'],
    metadata: {
      commandId,
      at,
      by: actor.id,
      ...(actor.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }),
      source,
      ...(client !== undefined && { client }),
      correlationId,
      ...(causationId !== undefined && { causationId }),
    },
  };
};
