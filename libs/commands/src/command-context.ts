import type { Actor } from '#kernel/actor.js';
import type { Source } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';

/** What comes with a command beside the command: who, when, from where, and under which condition. */
export type CommandContext = Readonly<{
  /** UUID. The same command again, at any later time, appends nothing and gets the first answer. */
  commandId: string;
  actor: Actor;
  now: Instant;
  /** When it was true. Default: now. */
  occurredAt?: Instant;
  /** The revision that the caller has seen (If-Match). */
  expectedRevision?: bigint;
  /** The client's own name for this request, and a digest of the request: a key names one request only. */
  idempotency?: Readonly<{ key: string; fingerprint: string }>;
  source: Source;
  client?: string;
  correlationId: string;
  causationId?: string;
}>;

/** Revision and position of the record after the command. `appended` is the number of new events: 0 for a repeat. */
export type Receipt = Readonly<{ id: string; revision: bigint; position: bigint; appended: number }>;

/** Refusals that any command may meet. */
export type CommonRefusal =
  | 'NotFound'
  | 'NotAllowed'
  | 'OccurredInFuture'
  | 'OccurredTooEarly'
  | 'OccurredBeforeLastFact'
  | 'StaleRevision'
  | 'TooLarge'
  | 'IdempotencyKeyReused';
