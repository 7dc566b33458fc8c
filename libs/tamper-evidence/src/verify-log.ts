import { setImmediate as breathe } from 'node:timers/promises';
import { type EventStore, EventStoreCorrupt, type EventText } from '#event-store/event-store.js';
import { type Instant, millisecondsOf } from '#kernel/instant.js';
import type { AuditKeys } from './audit-keys.js';
import { type Checkpoint, checkCheckpoint } from './checkpoint.js';
import { findFlaw } from './find-flaw.js';
import { type Flaw, flawAt } from './flaw.js';
import { blockOf, positionsOf, type Seal, signatureOf } from './seal.js';
import { type SealStore, SealUnreadable } from './seal-store.js';

export type VerifyOptions = Readonly<{
  events: EventStore;
  seals: SealStore;
  keys: AuditKeys;
  /** What the log must still contain. */
  checkpoint?: Checkpoint;
  /** Milliseconds since 1970. */
  now: number;
  onProgress?: (done: number, total: number) => void;
}>;

/** What the seals prove. */
export type Sealed = Readonly<{
  /** Id of the chain. */
  log: string;
  seals: number;
  /** Events under a seal, and the position of the last of them. The others, the newest, are not proven. */
  events: number;
  position: string;
  /** When the first seal was made. */
  since: Instant;
  /** The longest that an event stood in the log without a seal, milliseconds. Seals made anew show in it. */
  longestWindow: number;
  keyIds: readonly string[];
}>;

export type Verification = Readonly<{
  valid: boolean;
  /** Events that were looked at: all of the log, or those up to the flaw. */
  events: number;
  /** Position of the last event of the log. */
  head: string | null;
  sealed: Sealed | null;
  brokenAt?: Flaw;
}>;

const PAGE = 2_048;
/** An event is sealed within seconds; a log so old (milliseconds) without any seal has lost them, or never had any. */
const SEALED_WITHIN = 60_000;

/** Holds every event of the log against its seal, in order, up to the first flaw. Others get a turn at each page. */
export const verifyLog = async (options: VerifyOptions): Promise<Verification> => {
  const { events, seals, keys, checkpoint } = options;
  const head = await events.head();
  const run = new Run(options, head);
  let brokenAt = checkpoint ? flawOf(checkpoint, keys) : null;
  try {
    if (brokenAt === null) await run.begin();
    for await (const sealed of brokenAt === null ? seals.all() : []) {
      brokenAt = await run.check(sealed);
      if (brokenAt !== null) break;
    }
    brokenAt ??= await run.finish();
  } catch (error) {
    if (error instanceof EventStoreCorrupt) brokenAt = await run.unreadable(error.message);
    else if (error instanceof SealUnreadable) {
      brokenAt = await run.unproven('seal-unreadable', error.number, error.message);
    } else throw error;
  }
  return {
    valid: brokenAt === null,
    events: run.looked,
    head: head === null ? null : String(head),
    sealed: run.sealed(),
    ...(brokenAt && { brokenAt }),
  };
};

const flawOf = (checkpoint: Checkpoint, keys: AuditKeys): Flaw | null => {
  const where = { position: BigInt(checkpoint.position), seal: checkpoint.seal };
  const signature = checkCheckpoint(checkpoint, keys);
  if (signature === 'forged') return flawAt('checkpoint-forged', where, 'The checkpoint was not made with its key');
  if (signature === 'genuine') return null;
  return flawAt('key-unknown', where, `The checkpoint is of key ${checkpoint.keyId}, which is not set`);
};

class Run {
  private readonly cursor: TextCursor;
  private readonly keyIds = new Set<string>();
  private first: Seal | null = null;
  private previous: Seal | null = null;
  private longestWindow = 0;
  private total = 0;
  looked = 0;

  constructor(
    private readonly options: VerifyOptions,
    private readonly head: bigint | null,
  ) {
    this.cursor = new TextCursor(options.events);
  }

  /** Learns how much there is to do. */
  async begin(): Promise<void> {
    try {
      this.total = (await this.options.seals.last())?.total ?? 0;
    } catch (error) {
      // It will be met in its turn; there is only no telling how far it is to there.
      if (!(error instanceof SealUnreadable)) throw error;
    }
  }

  async check(sealed: Seal): Promise<Flaw | null> {
    const flaw = (await this.flawOfSeal(sealed)) ?? this.flawOfCheckpoint(sealed);
    if (flaw !== null) return flaw;
    const found = await this.cursor.upTo(BigInt(sealed.last), sealed.count + 1);
    if (!agrees(sealed, found)) return findFlaw(this.options, sealed, this.previous);
    this.looked += found.length;
    this.longestWindow = Math.max(this.longestWindow, millisecondsOf(sealed.at) - (found[0]?.recordedAt ?? 0));
    this.keyIds.add(sealed.keyId);
    this.first ??= sealed;
    this.previous = sealed;
    this.options.onProgress?.(this.looked, Math.max(this.total, this.looked));
    return null;
  }

  /** What no seal covers: the tail is counted, and a log without seals is a finding. */
  async finish(): Promise<Flaw | null> {
    const { checkpoint, now } = this.options;
    if (checkpoint !== undefined && (this.previous?.number ?? 0) < checkpoint.seal) {
      const from = BigInt(this.previous?.last ?? 0);
      const detail = `The checkpoint of ${checkpoint.at} covers ${checkpoint.events} events up to position ${checkpoint.position}; the seals end at ${from}`;
      return flawAt('tail-removed', { position: from + 1n, seal: checkpoint.seal }, detail);
    }
    const oldest = await this.cursor.peek();
    if (this.head !== null) this.looked += await this.cursor.count(this.head);
    if (this.previous !== null || oldest === null || oldest.recordedAt > now - SEALED_WITHIN) return null;
    const detail = 'No seal is there. A log that was never sealed is sealed when the server starts';
    return flawAt('not-sealed', { position: oldest.position, event: oldest }, detail);
  }

  /** The first event that is not proven, because of its seal. */
  async unproven(what: Flaw['what'], seal: number, detail: string): Promise<Flaw> {
    const after = this.previous === null ? {} : { after: BigInt(this.previous.last) };
    const [event] = await this.options.events.readText({ ...after, limit: 1 });
    return flawAt(what, { position: event?.position ?? null, event, seal }, detail);
  }

  /** The first event that the store cannot read, looked for one by one behind what was proven. */
  async unreadable(reason: string): Promise<Flaw> {
    let after = BigInt(this.previous?.last ?? 0);
    try {
      for (;;) {
        const [event] = await this.options.events.readText({ after, limit: 1 });
        if (event === undefined) break;
        after = event.position;
      }
    } catch (error) {
      if (!(error instanceof EventStoreCorrupt)) throw error;
    }
    return flawAt('unreadable', { position: after + 1n }, `The file of the log is damaged: ${reason}`);
  }

  sealed(): Sealed | null {
    if (this.first === null || this.previous === null) return null;
    const { log, number: seals, total: events, last: position } = this.previous;
    const { at: since } = this.first;
    return { log, seals, events, position, since, longestWindow: this.longestWindow, keyIds: [...this.keyIds] };
  }

  private async flawOfSeal(sealed: Seal): Promise<Flaw | null> {
    const { number, keyId, log, previous, total, count } = sealed;
    const before = this.previous;
    const expected = (before?.number ?? 0) + 1;
    if (number > expected) return this.unproven('seal-missing', expected, `Seal ${expected} is missing`);
    const signature = signatureOf(sealed, this.options.keys);
    if (signature === 'unknown') {
      return this.unproven('key-unknown', number, `Seal ${number} is of key ${keyId}, which is not set`);
    }
    if (signature === 'forged') {
      return this.unproven('seal-forged', number, `Seal ${number} was not made with its key, or was changed`);
    }
    const follows =
      number === expected &&
      previous === (before?.hash ?? '') &&
      log === (before?.log ?? log) &&
      total === (before?.total ?? 0) + count;
    return follows ? null : this.unproven('seal-forged', number, `Seal ${number} does not follow the one before it`);
  }

  private flawOfCheckpoint(sealed: Seal): Flaw | null {
    const { checkpoint } = this.options;
    if (checkpoint === undefined) return null;
    const isSame = sealed.number !== checkpoint.seal || sealed.hash === checkpoint.hash;
    if (sealed.log === checkpoint.log && isSame) return null;
    const detail = `The checkpoint of ${checkpoint.at} is of other seals: the log was sealed anew since, over what may be another content`;
    return flawAt('resealed', { position: BigInt(checkpoint.position), seal: checkpoint.seal }, detail);
  }
}

const agrees = (sealed: Seal, found: readonly EventText[]): boolean => {
  if (found.length !== sealed.count) return false;
  const { leaves, root } = blockOf(found);
  if (root !== sealed.root || leaves !== sealed.leaves) return false;
  return positionsOf(sealed).every((position, n) => found[n]?.position === position);
};

/** Reads the log page by page and hands it out in runs. */
class TextCursor {
  private page: readonly EventText[] = [];
  private next = 0;
  private after: bigint | undefined;

  constructor(private readonly events: EventStore) {}

  /** The next events up to a position (inclusive), at most so many. */
  async upTo(last: bigint, atMost: number): Promise<readonly EventText[]> {
    const found: EventText[] = [];
    while (found.length < atMost) {
      if (this.next >= this.page.length && !(await this.load())) break;
      const event = this.page[this.next];
      if (event === undefined || event.position > last) break;
      found.push(event);
      this.next += 1;
    }
    return found;
  }

  /** The next event, if there is one. */
  async peek(): Promise<EventText | null> {
    if (this.next >= this.page.length) await this.load();
    return this.page[this.next] ?? null;
  }

  /** Passes over what is left up to a position (inclusive): how many events there are. */
  async count(last: bigint): Promise<number> {
    let count = 0;
    for (let event = await this.peek(); event !== null && event.position <= last; event = await this.peek()) {
      const { length } = this.page.slice(this.next).filter(({ position }) => position <= last);
      count += length;
      this.next += length;
    }
    return count;
  }

  private async load(): Promise<boolean> {
    await breathe();
    this.page = await this.events.readText({ ...(this.after === undefined ? {} : { after: this.after }), limit: PAGE });
    this.next = 0;
    this.after = this.page.at(-1)?.position ?? this.after;
    return this.page.length > 0;
  }
}
