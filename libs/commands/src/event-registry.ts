import { type EventPlace, type StoredEvent, UnreadableEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent, Provenance, Recorded } from '#kernel/event.js';
import type { Upcast } from '#kernel/upcast.js';
import { EventCheck, type EventSchemas, NO_SCHEMAS } from './event-schemas.js';
import { IDEMPOTENCY_KEY_USED } from './idempotency-keys.js';

/** The log holds a type or version that this program does not know: it stops rather than skip a fact. */
export class UnknownEventType extends UnreadableEvent {
  override readonly name = 'UnknownEventType';
  constructor(place: EventPlace) {
    super(place, 'is of a type or version that this version of Annals does not know');
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a list of deciders of different states and events
export type AnyDecider = Decider<any, any>;

/** A stored name, the event that it is, the stored name of that today, and the steps that bring its data into today's shape. */
type Known = Readonly<{ stored: string; type: string; today: string; upcast: Upcast<unknown>['steps'] }>;

/** Every version of an event that the log may hold. */
const versionsOf = (type: string, stored: string, steps: Known['upcast']): readonly Known[] => {
  const [, name, version] = /^(.+)\.v(\d+)$/.exec(stored) ?? [];
  if (Number(version) !== steps.length + 1) {
    throw new Error(`${type} is stored as ${stored}, but there are upcasters for ${steps.length} versions before it`);
  }
  return [...steps, null].map((_, n) => ({
    ...{ stored: `${name}.v${n + 1}`, type, today: stored },
    upcast: steps.slice(n),
  }));
};

/** The catalogue of event types: their stored names, and back. */
export class EventRegistry {
  private readonly byStoredType = new Map<string, Known>();

  private readonly check: EventCheck;

  constructor(
    readonly deciders: readonly AnyDecider[],
    schemas: EventSchemas = NO_SCHEMAS,
  ) {
    this.check = new EventCheck(schemas);
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

  /** The fact in today's shape, whatever version it was stored in; what it says is not looked at. @throws UnknownEventType */
  decode<E extends DomainEvent>(stored: StoredEvent): Recorded<E> {
    const { type, upcast } = this.known(stored);
    return {
      type,
      ...(stored.unreadable !== undefined
        ? { data: stored.data, unreadable: stored.unreadable }
        : upcast.length === 0
          ? { data: stored.data }
          : upcasted(upcast, stored.data)),
      id: stored.id,
      stream: stored.stream,
      revision: stored.revision,
      position: stored.position,
      meta: { ...(stored.metadata as unknown as Provenance), recordedAt: stored.recordedAt },
    } as unknown as Recorded<E>;
  }

  /** As `decode`, and marked as `unreadable` when it does not say what the schema of its type asks for. */
  checked<E extends DomainEvent>(stored: StoredEvent): Recorded<E> {
    const event = this.decode<E>(stored);
    if (event.unreadable !== undefined) return event;
    const fault = this.check.fault(this.known(stored).today, event);
    return fault === null ? event : { ...event, unreadable: `does not satisfy its schema: ${fault}` };
  }

  /** A fact that says what the schema of its type asks for. @throws UnreadableEvent */
  read<E extends DomainEvent>(stored: StoredEvent): Recorded<E> {
    const event = this.checked<E>(stored);
    if (event.unreadable !== undefined) throw new UnreadableEvent(stored, event.unreadable);
    return event;
  }

  private known(stored: StoredEvent): Known {
    const known = this.byStoredType.get(stored.type);
    if (!known) throw new UnknownEventType(stored);
    return known;
  }
}

const upcasted = (steps: Known['upcast'], stored: unknown): Readonly<{ data: unknown; unreadable?: string }> => {
  try {
    return { data: steps.reduce((data, step) => step(data as never), stored) };
  } catch (error) {
    return { data: stored, unreadable: `does not have the shape of its version: ${error}` };
  }
};
