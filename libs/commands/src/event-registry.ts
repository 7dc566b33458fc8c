import type { StoredEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent, Provenance, Recorded } from '#kernel/event.js';
import type { Upcast } from '#kernel/upcast.js';
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

/** A stored name, the event that it is, and the steps that bring its data into today's shape. */
type Known = Readonly<{ stored: string; type: string; upcast: Upcast<unknown>['steps'] }>;

/** Every version of an event that the log may hold. */
const versionsOf = (type: string, stored: string, steps: Known['upcast']): readonly Known[] => {
  const [, name, version] = /^(.+)\.v(\d+)$/.exec(stored) ?? [];
  if (Number(version) !== steps.length + 1) {
    throw new Error(`${type} is stored as ${stored}, but there are upcasters for ${steps.length} versions before it`);
  }
  return [...steps, null].map((_, n) => ({ stored: `${name}.v${n + 1}`, type, upcast: steps.slice(n) }));
};

/** The catalogue of event types: their stored names, and back. */
export class EventRegistry {
  private readonly byStoredType = new Map<string, Known>();

  constructor(readonly deciders: readonly AnyDecider[]) {
    for (const { types, upcasters } of deciders) {
      for (const [type, stored] of Object.entries<string>(types)) {
        for (const known of versionsOf(type, stored, upcasters?.[type]?.steps ?? [])) {
          if (this.byStoredType.has(known.stored)) throw new Error(`Two events are stored as ${known.stored}`);
          this.byStoredType.set(known.stored, known);
        }
      }
    }
  }

  /** Stored names of all events, in the order of the catalogue, older versions before today's. */
  storedTypes(): readonly string[] {
    return [...this.byStoredType.keys()];
  }

  /** Whether the event is no fact of the business, but bookkeeping of the log itself (idempotency keys). */
  isBookkeeping(stored: StoredEvent): boolean {
    return stored.type === IDEMPOTENCY_KEY_USED;
  }

  /** The fact in today's shape, whatever version it was stored in. @throws UnknownEventType */
  decode<E extends DomainEvent>(stored: StoredEvent): Recorded<E> {
    const known = this.byStoredType.get(stored.type);
    if (!known) throw new UnknownEventType(stored.type, `${stored.stream}@${stored.revision}`);
    return {
      type: known.type,
      data: known.upcast.reduce<unknown>((data, step) => step(data as never), stored.data),
      id: stored.id,
      stream: stored.stream,
      revision: stored.revision,
      position: stored.position,
      meta: { ...(stored.metadata as unknown as Provenance), recordedAt: stored.recordedAt },
    } as unknown as Recorded<E>;
  }
}
