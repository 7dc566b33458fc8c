import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { type EventStore, UnreadableEvent, WrongExpectedRevision } from '#event-store/event-store.js';
import type { CommandContext } from './command-context.js';

/** Namespace of the ids that Annals derives (UUIDv5): command ids from keys, event ids from command ids. */
export const ANNALS_NAMESPACE = '6f0c3c52-6a3c-4f0e-9c6b-3d1b6f8e2a71';

export const IDEMPOTENCY_KEY_USED = 'idempotency-key-used.v1';

/** `unchanged` is the answer of a request that had nothing to do; of any other the record's stream tells the answer. */
export type UsedKey = Readonly<{
  fingerprint: string;
  recordId: string;
  unchanged?: Readonly<{ revision: string; position: string }>;
}>;

/**
 * Remembers for each actor's idempotency key which request it named and which record that request was about.
 * The log itself remembers, in a stream per key, so that it holds over restarts and between servers. Only digests
 * of the key are stored.
 */
export class IdempotencyKeys {
  constructor(private readonly store: EventStore) {}

  /** @throws UnreadableEvent */
  async find(context: CommandContext): Promise<UsedKey | null> {
    const [first] = await this.store.readStream(streamOf(context), { limit: 1 });
    if (first?.unreadable !== undefined) throw new UnreadableEvent(first, first.unreadable);
    return first ? (first.data as unknown as UsedKey) : null;
  }

  /** False when another request has taken the key meanwhile. */
  async claim(context: CommandContext, used: Omit<UsedKey, 'fingerprint'>): Promise<boolean> {
    const { commandId, now, actor, source, correlationId, idempotency } = context;
    if (!idempotency) throw new Error('A key is claimed only by a request that has one');
    const data = { fingerprint: idempotency.fingerprint, ...used };
    const event = {
      // Of all that is claimed, for the store takes an append with known ids for a repeat: two requests with one key,
      // or one without a record id sent twice at once, would else both be told that the key is theirs.
      id: uuidv5(JSON.stringify(['key', commandId, data]), ANNALS_NAMESPACE),
      type: IDEMPOTENCY_KEY_USED,
      data,
      metadata: { commandId, at: now, by: actor.id, source, correlationId },
    };
    try {
      await this.store.append(streamOf(context), 'no_stream', [event]);
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return false;
      throw error;
    }
  }
}

const streamOf = ({ actor, idempotency }: CommandContext): string =>
  `idempotency-${createHash('sha256')
    .update(JSON.stringify([actor.id, idempotency?.key]))
    .digest('hex')}`;
