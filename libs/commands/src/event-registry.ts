import type { StoredEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent, Provenance, Recorded } from '#kernel/event.js';
import { IDEMPOTENCY_KEY_USED } from './idempotency-keys.js';

/** The log holds a type or version that this program does not know: it stops rather than skip a fact. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  constructor(stored: string, where: string) {
    super(`The log holds an event of type ${stored} (${where}), which this version of Annals does not know`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a list of deciders of different states and events
export type AnyDecider = Decider<any, any>;

/** The catalogue of event types: their stored names, and back. */
export class EventRegistry {
  private readonly byStoredType = new Map<string, { type: string; category: string }>();

  constructor(readonly deciders: readonly AnyDecider[]) {
    for (const { category, types } of deciders) {
      for (const [type, stored] of Object.entries<string>(types)) {
        if (this.byStoredType.has(stored)) throw new Error(`Two events are stored as ${stored}`);
        this.byStoredType.set(stored, { type, category });
      }
    }
  }

  /** Stored names of all events, in the order of the catalogue. */
  storedTypes(): readonly string[] {
    return [...this.byStoredType.keys()];
  }

  /** Whether the event is no fact of the business, but bookkeeping of the log itself (idempotency keys). */
  isBookkeeping(stored: StoredEvent): boolean {
    return stored.type === IDEMPOTENCY_KEY_USED;
  }

  /** @throws UnknownEventType */
  decode<E extends DomainEvent>(stored: StoredEvent): Recorded<E> {
    const known = this.byStoredType.get(stored.type);
    if (!known) throw new UnknownEventType(stored.type, `${stored.stream}@${stored.revision}`);
    return {
      type: known.type,
      data: stored.data,
      id: stored.id,
      stream: stored.stream,
      revision: stored.revision,
      position: stored.position,
      meta: { ...(stored.metadata as unknown as Provenance), recordedAt: stored.recordedAt },
    } as unknown as Recorded<E>;
  }
}
