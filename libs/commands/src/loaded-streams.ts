import { type EventStore, type StoredEvent, UnreadableEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent, Recorded } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { EventRegistry } from './event-registry.js';

/** A record folded from its stream. `revision`, `position` and `lastAt` are of its last event, null when there is none. */
export type LoadedStream<S> = Readonly<{
  stream: string;
  state: S;
  revision: bigint | null;
  position: bigint | null;
  lastAt: Instant | null;
  /** Where each command's last event stands: how a repeated command is recognised. */
  commands: ReadonlyMap<string, Readonly<{ revision: bigint; position: bigint }>>;
}>;

/** Records kept in memory; the least recently used go first. */
const CAPACITY = 20_000;

/**
 * Loads records, keeping the recent ones folded. Each load still asks the store for what came since, so a kept
 * record is never stale; it only saves reading the old events again. Only what was read from the log is kept, never
 * what a command has just decided: the log may hold the same command as another process decided it.
 */
export class LoadedStreams {
  private readonly kept = new Map<string, LoadedStream<unknown>>();

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** @throws UnreadableEvent when an event of the record is none that the program can read and fold */
  async load<S, E extends DomainEvent>(decider: Decider<S, E>, id: string): Promise<LoadedStream<S>> {
    const stream = recordStream(decider, id);
    const kept = (this.kept.get(stream) as LoadedStream<S> | undefined) ?? emptyStream(stream, decider.initial);
    const news = await this.store.readStream(stream, { from: kept.revision === null ? 0n : kept.revision + 1n });
    if (news.length === 0) {
      if (kept.revision !== null) this.keep(kept);
      return kept;
    }
    let { state, revision, position, lastAt } = kept;
    const commands = new Map(kept.commands);
    for (const stored of news) {
      const event = this.registry.read<E>(stored);
      state = evolved(decider, state, event, stored);
      ({ revision, position } = event);
      lastAt = event.meta.at;
      commands.set(event.meta.commandId, { revision, position });
    }
    const loaded = { stream, state, revision, position, lastAt, commands };
    this.keep(loaded);
    return loaded;
  }

  /** Keeps nothing any more: what was read before is read anew. */
  clear(): void {
    this.kept.clear();
  }

  /** Keeps a record, unless a newer one is kept already. */
  private keep<S>(loaded: LoadedStream<S>): void {
    const kept = this.kept.get(loaded.stream);
    if (kept && (kept.revision ?? -1n) > (loaded.revision ?? -1n)) return;
    this.kept.delete(loaded.stream);
    this.kept.set(loaded.stream, loaded);
    if (this.kept.size > CAPACITY) {
      const oldest = this.kept.keys().next();
      if (!oldest.done) this.kept.delete(oldest.value);
    }
  }
}

export const recordStream = ({ category }: Pick<Decider<unknown, DomainEvent>, 'category'>, id: string): string =>
  `${category}-${id}`;

const evolved = <S, E extends DomainEvent>(
  decider: Decider<S, E>,
  before: S,
  event: Recorded<E>,
  stored: StoredEvent,
): S => {
  try {
    return decider.evolve(before, event, event.meta.at);
  } catch (error) {
    throw new UnreadableEvent(stored, `does not follow from the events before it: ${error}`, { cause: error });
  }
};

const emptyStream = <S>(stream: string, initial: S): LoadedStream<S> => ({
  stream,
  state: initial,
  revision: null,
  position: null,
  lastAt: null,
  commands: new Map(),
});
