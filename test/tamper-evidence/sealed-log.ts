import { randomUUID } from 'node:crypto';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore, NewEvent } from '#event-store/event-store.js';
import { instantOf } from '#kernel/instant.js';
import { closeDatabase, type Database, openDatabase } from '#sqlite/database.js';
import { type AuditKeys, auditKeys } from '#tamper-evidence/audit-keys.js';
import { type Checkpoint, checkpointOf } from '#tamper-evidence/checkpoint.js';
import { openSealFile } from '#tamper-evidence/embedded/seal-file.js';
import { LogSealer } from '#tamper-evidence/log-sealer.js';
import type { SealStore } from '#tamper-evidence/seal-store.js';
import { type Verification, verifyLog } from '#tamper-evidence/verify-log.js';
import { appendBehind } from '#test/contract/event-store.fixtures.js';

/** Later than any event of a test by more than the time within which a log is sealed. */
const LATER = Date.now() + 3_600_000;

/** Of the embedded log. */
export const PAGE_BYTES = 4_096;

export const keyOf = (...names: readonly string[]): AuditKeys =>
  auditKeys(names.map((name) => ({ id: name, secret: Buffer.alloc(32, name).toString('base64') })));

/** Another secret under the same name. */
export const stolenName = (name: string): AuditKeys =>
  auditKeys([{ id: name, secret: Buffer.alloc(32, 'of somebody else').toString('base64') }]);

export const alone = {
  acquireLease: async (name: string, holder: string) => ({ name, holder, epoch: 1, expiresAt: 0 }),
  releaseLease: async () => undefined,
};

/** Runs a sealer until it has sealed all that is there. */
export const sealAll = async (events: EventStore, seals: SealStore, keys: AuditKeys): Promise<void> => {
  const stopping = new AbortController();
  const failures: unknown[] = [];
  const sealer = new LogSealer({
    ...{ events, seals, keys, leases: alone, holder: 'spec', gatherMs: 1 },
    onBegin: () => undefined,
    onError: (error) => failures.push(error),
  });
  const running = sealer.run(stopping.signal);
  const head = (await events.head()) ?? 0n;
  while (failures.length === 0 && BigInt((await seals.last())?.last ?? 0) < head) await sleep(5);
  stopping.abort();
  await running;
  if (failures.length > 0) throw failures[0];
};

export const someEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'deal-noted.v1',
    data: { n, text: `note ${n}: ÄÖ 漢字` },
    metadata: { by: 'rep-1', at: '2017-03-01T00:00:00.000Z' },
  }));

/** An embedded log with its seals in a folder of its own, opened only while something is done with it. */
export class SealedLog {
  constructor(readonly directory = mkdtempSync(join(tmpdir(), 'annals-tamper-'))) {}

  copy(): SealedLog {
    const copied = new SealedLog();
    cpSync(this.directory, copied.directory, { recursive: true });
    return copied;
  }

  get sealFile(): string {
    return join(this.directory, 'log-seals', 'seals.ndjson');
  }

  /** Appends events to ten streams in turn, a few to an append. */
  async append(count: number): Promise<void> {
    await this.with(async (events) => {
      for (let n = 0; n < count; n += 7) {
        const some = someEvents(Math.min(7, count - n));
        await appendBehind(events, `deal-${(n / 7) % 10}`, some);
      }
    });
  }

  /** Appends as many events of so many characters each. */
  async appendLarge(count: number, characters: number): Promise<void> {
    await this.with(async (events) => {
      for (const event of someEvents(count)) {
        await events.append(`note-${event.id}`, 'no_stream', [{ ...event, data: { text: 'x'.repeat(characters) } }]);
      }
    });
  }

  /** `sees` is how the sealer sees the log. */
  async seal(keys: AuditKeys, sees = (events: EventStore) => events): Promise<void> {
    await this.with((events, seals) => sealAll(sees(events), seals, keys));
  }

  verify(keys: AuditKeys, checkpoint?: Checkpoint): Promise<Verification> {
    return this.with((events, seals) =>
      verifyLog({ events, seals, keys, now: LATER, ...(checkpoint && { checkpoint }) }),
    );
  }

  checkpoint(keys: AuditKeys): Promise<Checkpoint> {
    return this.with(async (_, seals) => {
      const last = await seals.last();
      if (last === null) throw new Error('Nothing is sealed');
      return checkpointOf(last, keys, instantOf(Date.now()));
    });
  }

  /** Writes to the file of the log behind the back of its store. */
  tamper(write: (database: Database) => void): void {
    const database = openDatabase(join(this.directory, 'log', 'events.sqlite'), 1_000);
    try {
      write(database);
    } finally {
      closeDatabase(database);
    }
  }

  /** Overwrites a page of the file of the log, as a failing disk does. */
  damage(page: number, bytes: Buffer): void {
    const file = openSync(join(this.directory, 'log', 'events.sqlite'), 'r+');
    writeSync(file, bytes, 0, bytes.length, page * PAGE_BYTES);
    closeSync(file);
  }

  /** A page of the file as it is. */
  page(page: number): Buffer {
    const bytes = readFileSync(join(this.directory, 'log', 'events.sqlite'));
    return bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
  }

  dispose(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async with<T>(action: (events: EventStore, seals: SealStore) => Promise<T>): Promise<T> {
    const events = await openEmbeddedEventStore({ directory: join(this.directory, 'log') });
    const seals = await openSealFile({ directory: join(this.directory, 'log-seals') });
    try {
      return await action(events, seals);
    } finally {
      await seals.close();
      await events.close();
    }
  }
}
