import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { EventStore, EventText } from '#event-store/event-store.js';
import { type Instant, instantOf } from '#kernel/instant.js';
import type { Lease, ReadStore } from '#read-store/read-store.js';
import { pause } from '#timing/pause.js';
import type { AuditKeys } from './audit-keys.js';
import { SEAL_EVENTS, type Seal, seal, signatureOf } from './seal.js';
import { SealConflict, type SealStore } from './seal-store.js';

export type LogSealerOptions = Readonly<{
  events: EventStore;
  seals: SealStore;
  keys: AuditKeys;
  /** Keeps the lease: without it the seals would be right too, but two processes would make the same ones. */
  leases: Pick<ReadStore, 'acquireLease' | 'releaseLease'>;
  /** Names this process in the lease. */
  holder: string;
  /** Told when a chain begins: over an old log that has lost its seals this must not go unseen. */
  onBegin: (chain: Readonly<{ log: string; firstRecordedAt: Instant }>) => void;
  onError: (error: unknown) => void;
  /** Milliseconds that an event may wait for others to share its seal. Default 1,000. */
  gatherMs?: number;
}>;

/** The seals that are there cannot be built upon: something was done to them, or to the log, or a key is missing. */
class SealsNotTrusted extends Error {
  override readonly name = 'SealsNotTrusted';
}

const LEASE = 'log-sealer';
const LEASE_MS = 15_000;
/** Seals that share a flush while there is a backlog. */
const SEALS_AT_ONCE = 4;
const FIRST_BACKOFF_MS = 250;
const MAX_BACKOFF_MS = 60_000;

/**
 * Follows the log and seals it, behind the appends and never in their way. What the next seal begins with is told by
 * the last one, so nothing is lost or done twice when the process dies. An idle log costs nothing.
 */
export class LogSealer {
  private lease: Lease | null = null;
  private backoff = FIRST_BACKOFF_MS;

  constructor(private readonly options: LogSealerOptions) {}

  /** Resolves when `signal` aborts and what was appended before it is sealed (of a backlog, a part). */
  async run(signal: AbortSignal): Promise<void> {
    const { leases, onError } = this.options;
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (!(error instanceof SealConflict)) onError(error);
        await pause(this.backoff, signal);
        this.backoff = Math.min(this.backoff * 2, MAX_BACKOFF_MS);
      }
    }
    if (this.lease !== null) await leases.releaseLease(this.lease).catch(onError);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { events, gatherMs = 1_000 } = this.options;
    let last = await this.trustedLast();
    const head = await events.head();
    if (last !== null && (head === null || head < BigInt(last.last))) {
      throw new SealsNotTrusted(
        `The log ends at ${head ?? 'nothing'}, sealed is it up to ${last.last}: run annals verify`,
      );
    }
    for (;;) {
      last = await this.sealUpToHead(last, signal);
      if (signal.aborted) return;
      await this.nextEvent(last, signal);
      await pause(gatherMs, signal);
    }
  }

  /** A chain is not continued behind a seal that is not genuine: that would make it look so. */
  private async trustedLast(): Promise<Seal | null> {
    const { seals, keys } = this.options;
    const last = await seals.last();
    if (last === null) return null;
    const signature = signatureOf(last, keys);
    if (signature === 'genuine') return last;
    const why = signature === 'unknown' ? `is of key ${last.keyId}, which is not set` : 'was not made with its key';
    throw new SealsNotTrusted(`The log is not sealed: seal ${last.number} ${why}`);
  }

  private async sealUpToHead(from: Seal | null, signal: AbortSignal): Promise<Seal | null> {
    const { events, seals, leases, holder, onBegin } = this.options;
    const limit = SEAL_EVENTS * SEALS_AT_ONCE;
    for (let last = from; ; ) {
      const page = await events.readText({ ...after(last), limit });
      if (page.length === 0) return last;
      this.lease = await leases.acquireLease(LEASE, holder, LEASE_MS);
      if (this.lease === null) return this.trustedLast();
      const log = last?.log ?? randomUUID();
      if (last === null) onBegin({ log, firstRecordedAt: instantOf(page[0]?.recordedAt ?? 0) });
      const made = this.sealAll(page, last, log);
      await seals.append(made);
      last = made.at(-1) ?? last;
      this.backoff = FIRST_BACKOFF_MS;
      if (page.length < limit || signal.aborted) return last;
      await breathe();
    }
  }

  private sealAll(page: readonly EventText[], last: Seal | null, log: string): readonly Seal[] {
    const { keys } = this.options;
    const at = instantOf(Date.now());
    const made: Seal[] = [];
    for (let n = 0; n < page.length; n += SEAL_EVENTS) {
      const previous = made.at(-1) ?? last;
      made.push(seal(page.slice(n, n + SEAL_EVENTS), { previous, log, keys, at }));
    }
    return made;
  }

  /** Resolves when the log has an event that is not sealed. */
  private async nextEvent(last: Seal | null, signal: AbortSignal): Promise<void> {
    for await (const page of this.options.events.subscribe({ ...after(last), pageSize: 1, signal })) {
      if (page.events.length > 0) return;
    }
  }
}

const after = (last: Seal | null): { after?: bigint } => (last === null ? {} : { after: BigInt(last.last) });
