import type { Instant } from './instant.js';
import type { PersonalData } from './personal.js';
import type { Upcast } from './upcast.js';

/** A fact as a decider states it: `type` is its name in code (`DealAdvanced`), `data` is JSON. */
export type DomainEvent<T extends string = string, D = unknown> = Readonly<{ type: T; data: Readonly<D> }>;

/** Where a command came from. */
export type Source = 'api' | 'import' | 'job' | 'cli' | 'demo' | 'system';

/** What the log knows about a fact beside the fact itself. */
export type Provenance = Readonly<{
  /** When it was true. */
  at: Instant;
  /** When the log recorded it, by its own clock; of one record the order of its events counts where that clock went back. */
  recordedAt: Instant;
  /** Id of the actor: a rep, or `admin`, or `system`. */
  by: string;
  /** Id of the actor for whom it was done: of a job, who started it. */
  onBehalfOf?: string;
  /** The way by which the command came. */
  source: Source;
  /** The program that sent the command, by its own name (User-Agent). */
  client?: string;
  /** Id of the command; the same command never takes effect twice. */
  commandId: string;
  /** Common to everything that one request has set off. */
  correlationId: string;
  /** Id of the event, command or job that made the software send the command. */
  causationId?: string;
}>;

/** A fact as read back from the log. `position` is its place in the whole log, `revision` in its stream. */
export type Recorded<E extends DomainEvent = DomainEvent> = E &
  Readonly<{
    id: string;
    stream: string;
    revision: bigint;
    position: bigint;
    meta: Provenance;
    /** Why the event cannot be read, where it was looked at and cannot: then `data` and `meta` are whatever the log holds. */
    unreadable?: string;
  }>;

/** Stored name and version of each event, written down here and never renamed: `{ DealAdvanced: 'deal-advanced.v1' }`. */
export type StoredTypes<E extends DomainEvent> = { readonly [T in E['type']]: `${string}.v${number}` };

/** Upcasts by event; each must end at the data that `evolve` knows. An event stored as `.v3` needs two steps. */
export type UpcastersOf<E extends DomainEvent> = {
  readonly [T in E['type']]?: Upcast<Extract<E, { type: T }>['data']>;
};

/**
 * How a record is rebuilt from its facts. `category` prefixes its stream (`deal` gives `deal-<id>`); `initial` is the
 * state before the first fact. States are plain JSON. `evolve` has a case for each event and no default: a new event
 * without its case must not compile.
 */
export type Decider<S, E extends DomainEvent> = Readonly<{
  category: string;
  types: StoredTypes<E>;
  /** Which fields of its events are personal data, encrypted in the log. Default: none. */
  personal?: PersonalData<E>;
  /** For each event that has changed its shape: what makes today's data of that of older versions. */
  upcasters?: UpcastersOf<E>;
  /**
   * Within a process the commands on all records of the category take turns, where what one may become depends on the others:
   * each is decided on what those before it made of them. Default: only those on the same record.
   */
  oneAtATime?: boolean;
  initial: S;
  evolve: (state: S, event: E, at: Instant) => S;
}>;
