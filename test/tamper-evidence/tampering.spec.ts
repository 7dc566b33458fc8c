import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventText } from '#event-store/event-store.js';
import type { Database } from '#sqlite/database.js';
import type { FlawKind } from '#tamper-evidence/flaw.js';
import { faultyEventStore } from '#testing/faulty-event-store.js';
import { keyOf, PAGE_BYTES, SealedLog, stolenName } from './sealed-log.js';

const EVENTS = 3_000;
const keys = keyOf('k1');

/** What somebody with the file of the log can do to it; `at` is where it first shows. */
type Tampering = Readonly<{ what: FlawKind; at: number; write: (database: Database) => void }>;

const changed = (column: string, value: string | number, at: number): Tampering => ({
  what: 'changed',
  at,
  write: (database) => database.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`).run(value, at),
});

const deleted = (at: number): Tampering => ({
  what: at === EVENTS ? 'tail-removed' : 'deleted',
  at,
  write: (database) => database.prepare('DELETE FROM events WHERE position = ?').run(at),
});

/** Moves events to other positions; by way of negative ones, because no two may ever be at the same. */
const move = (database: Database, from: number, to: number, by: number): void => {
  database.exec(`
    UPDATE events SET position = -position WHERE position BETWEEN ${from} AND ${to};
    UPDATE events SET position = -position + ${by} WHERE position < 0;
  `);
};

const deletedAndClosedUp = (at: number): Tampering => ({
  ...deleted(at),
  write: (database) => {
    database.exec(`DELETE FROM events WHERE position = ${at}`);
    move(database, at + 1, EVENTS, -1);
  },
});

const insertedAt = (at: number): Tampering => ({
  what: 'inserted',
  at,
  write: (database) => {
    move(database, at, EVENTS, 1);
    database.exec(`INSERT INTO events VALUES (${at}, 'deal-1', 1, NULL, 'an-id', 'deal-won.v1', 0, '{}', '{}')`);
  },
});

const swapped = (one: number, other: number): Tampering => ({
  what: 'reordered',
  at: Math.min(one, other),
  write: (database) =>
    database.exec(`
      UPDATE events SET position = -1 WHERE position = ${one};
      UPDATE events SET position = ${one} WHERE position = ${other};
      UPDATE events SET position = ${other} WHERE position = -1;
    `),
});

const truncated = (at: number): Tampering => ({
  what: 'tail-removed',
  at,
  write: (database) => database.exec(`DELETE FROM events WHERE position >= ${at}`),
});

const clean = new SealedLog();
let log = clean;

beforeAll(async () => {
  await clean.append(EVENTS);
  await clean.seal(keys);
});
afterAll(() => clean.dispose());
beforeEach(() => {
  log = clean.copy();
});
afterEach(() => log.dispose());

const found = async (tampering: Tampering): Promise<unknown> => {
  const tampered = clean.copy();
  try {
    tampered.tamper(tampering.write);
    const { valid, brokenAt } = await tampered.verify(keys);
    return { valid, what: brokenAt?.what, at: Number(brokenAt?.position) };
  } finally {
    tampered.dispose();
  }
};
const shown = ({ what, at }: Tampering) => ({ valid: false, what, at });

it('finds what was changed in a seal that has more than a page of the log', async () => {
  const large = new SealedLog();
  try {
    await large.appendLarge(12, 900_000);
    // As logs were sealed whose pages had no bound.
    await large.seal(keys, (events) => ({
      ...faultyEventStore(events, () => 'none'),
      readText: async ({ after, limit }) => {
        const texts: EventText[] = [];
        for (let at = after ?? 0n; ; at = texts.at(-1)?.position ?? at) {
          const page = await events.readText({ after: at, limit });
          if (page.length === 0) return texts;
          texts.push(...page);
        }
      },
    }));
    expect(await large.verify(keys)).toMatchObject({ valid: true, sealed: { seals: 1, events: 12 } });
    large.tamper(changed('data', '{}', 11).write);
    expect((await large.verify(keys)).brokenAt).toMatchObject({ what: 'changed', position: '11' });
  } finally {
    large.dispose();
  }
});

describe('a log that nobody touched', () => {
  it('verifies, and says how far it is sealed', async () => {
    await log.append(40);
    const { sealed, ...verification } = await log.verify(keys);
    expect(verification).toEqual({ valid: true, events: EVENTS + 40, head: String(EVENTS + 40) });
    expect(sealed).toMatchObject({ events: EVENTS, position: String(EVENTS), seals: 6, keyIds: ['k1'] });
  });

  it('verifies over a rotation of keys, as long as the old key is known', async () => {
    await log.append(600);
    await log.seal(keyOf('k2', 'k1'));
    expect(await log.verify(keyOf('k2', 'k1'))).toMatchObject({
      valid: true,
      sealed: { events: EVENTS + 600, keyIds: ['k1', 'k2'] },
    });
    expect((await log.verify(keyOf('k2'))).brokenAt).toMatchObject({ what: 'key-unknown', position: '1', seal: 1 });
  });

  it('verifies when it is empty', async () => {
    const empty = new SealedLog();
    expect(await empty.verify(keys)).toEqual({ valid: true, events: 0, head: null, sealed: null });
    empty.dispose();
  });

  it('contains what it had when a checkpoint was exported', async () => {
    const checkpoint = await log.checkpoint(keys);
    await log.append(900);
    await log.seal(keys);
    expect(await log.verify(keys, checkpoint)).toMatchObject({ valid: true, events: EVENTS + 900 });
  });
});

describe('a damaged page of the file', () => {
  const middle = 100;

  it.each([
    ['zeroed', () => Buffer.alloc(PAGE_BYTES)],
    ['garbled', () => Buffer.alloc(PAGE_BYTES, 'garbled')],
  ])('is named by the first event that cannot be read: %s', async (_, bytes) => {
    log.damage(middle, bytes());
    const { valid, brokenAt, sealed } = await log.verify(keys);
    expect([valid, brokenAt?.what]).toEqual([false, 'unreadable']);
    expect(Number(brokenAt?.position)).toBeGreaterThan(Number(sealed?.position));
    expect(Number(brokenAt?.position)).toBeLessThan(EVENTS);
  });

  it('is named where it has the bytes of another page, which the store reads without an error', async () => {
    log.damage(middle, log.page(middle - 50));
    const { valid, brokenAt } = await log.verify(keys);
    expect(valid).toBe(false);
    expect(Number(brokenAt?.position)).toBeLessThan(EVENTS);
  });
});

describe('tampering with the log', () => {
  it.each([
    ['the data of an event', changed('data', '{"n":1,"text":"forged"}', 700)],
    ['the blanks in its data', changed('data', '{ "n":1}', 513)],
    ['who did it', changed('metadata', '{"by":"rep-2","at":"2017-03-01T00:00:00.000Z"}', 1)],
    ['when it was recorded', changed('recorded_at', 1_000, 1_024)],
    ['its stream', changed('stream', 'deal-999', 1_025)],
    ['its revision', changed('revision', 99_999, 12)],
    ['its id', changed('id', '00000000-0000-4000-8000-000000000000', 2_000)],
    ['its type', changed('type', 'deal-won.v1', EVENTS)],
  ])('is found and named: %s', async (_, tampering) => {
    expect(await found(tampering)).toEqual(shown(tampering));
  });

  it.each([
    ['deleted', deleted(800)],
    ['deleted as the last one', deleted(EVENTS)],
    ['deleted, and those after it moved up', deletedAndClosedUp(512)],
    ['inserted', insertedAt(1_300)],
    ['swapped with the next', swapped(99, 100)],
    ['swapped with the next across two seals', swapped(512, 513)],
    ['swapped with a far one', swapped(2_900, 100)],
    ['cut off with all after it', truncated(1_500)],
    ['cut off with all there are', truncated(1)],
  ])('is found and named: an event that was %s', async (_, tampering) => {
    expect(await found(tampering)).toEqual(shown(tampering));
  });

  it('tells the stream, the revision and the type of what stands there now', async () => {
    log.tamper(changed('data', '{}', 8).write);
    expect((await log.verify(keys)).brokenAt).toEqual({
      what: 'changed',
      position: '8',
      stream: 'deal-1',
      revision: '0',
      type: 'deal-noted.v1',
      seal: 1,
      detail: 'The event at position 8 is not as it was sealed',
    });
  });

  it('is found when the cut tail has been written over', async () => {
    log.tamper((database) => {
      truncated(2_990).write(database);
      database.exec('DELETE FROM streams');
    });
    await log.append(100);
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'changed', position: '2990' });
  });

  it('is found before the first event, where no reader of the log looks', async () => {
    log.tamper((database) =>
      database.exec("INSERT INTO events VALUES (-5, 'deal-1', 1, NULL, 'an-id', 'deal-won.v1', 0, '{}', '{}')"),
    );
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'inserted', position: '-5' });
  });

  it('is found and named wherever it is done', async () => {
    const at = fc.integer({ min: 1, max: EVENTS });
    const tampering = fc.oneof(
      fc.tuple(fc.constantFrom('data', 'metadata', 'stream', 'id', 'type'), at).map(([column, where]) => {
        return changed(column, '{"another":"text"}', where);
      }),
      at.map(deleted),
      at.map(deletedAndClosedUp),
      at.map(insertedAt),
      at.map(truncated),
      fc
        .tuple(at, at)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => swapped(one, other)),
    );
    await fc.assert(
      fc.asyncProperty(tampering, async (done) => {
        expect(await found(done)).toEqual(shown(done));
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('tampering with the seals', () => {
  const rewrite = (change: (lines: string[]) => readonly string[]): void => {
    const lines = readFileSync(log.sealFile, 'utf8').trimEnd().split('\n');
    writeFileSync(
      log.sealFile,
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
  };

  it('shows a seal that was changed to fit a changed event', async () => {
    const other = new SealedLog();
    await other.append(EVENTS);
    await other.seal(stolenName('k1'));
    const lines = readFileSync(other.sealFile, 'utf8').trimEnd().split('\n');
    other.dispose();
    rewrite((own) => [...own.slice(0, 2), ...lines.slice(2)]);
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'seal-forged', seal: 3, position: '1025' });
  });

  it('shows seals of a key that is not ours', async () => {
    rmSync(log.sealFile);
    await log.seal(keyOf('another'));
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'key-unknown', seal: 1, position: '1' });
  });

  it('shows that one is gone, doubled, or no seal any more', async () => {
    rewrite((lines) => lines.toSpliced(1, 1));
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'seal-missing', seal: 2, position: '513' });
    rewrite((lines) => [lines[0] ?? '', ...lines]);
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'seal-forged', seal: 1 });
    rewrite((lines) => ['{"number":1}', ...lines]);
    expect((await log.verify(keys)).brokenAt).toMatchObject({ what: 'seal-unreadable', seal: 1, position: '1' });
  });

  it('shows that all are gone', async () => {
    rmSync(log.sealFile);
    const { sealed, brokenAt } = await log.verify(keys);
    expect(sealed).toBeNull();
    expect(brokenAt).toMatchObject({ what: 'not-sealed', position: '1' });
  });

  it('is shown by a checkpoint when log and seals were cut off together', async () => {
    const checkpoint = await log.checkpoint(keys);
    log.tamper(truncated(1_025).write);
    rewrite((lines) => lines.slice(0, 2));
    expect(await log.verify(keys)).toMatchObject({ valid: true, events: 1_024 });
    expect((await log.verify(keys, checkpoint)).brokenAt).toMatchObject({ what: 'tail-removed', position: '1025' });
  });

  it('is shown by a checkpoint when everything was sealed anew, with our own key even', async () => {
    const checkpoint = await log.checkpoint(keys);
    log.tamper(changed('data', '{}', 2_000).write);
    rmSync(log.sealFile);
    await log.seal(keys);
    expect(await log.verify(keys)).toMatchObject({ valid: true, events: EVENTS });
    expect((await log.verify(keys, checkpoint)).brokenAt).toMatchObject({ what: 'resealed' });
  });

  it('is shown by a checkpoint when the last seals were made anew', async () => {
    const checkpoint = await log.checkpoint(keys);
    log.tamper(changed('data', '{}', 2_999).write);
    rewrite((lines) => lines.slice(0, -1));
    await log.seal(keys);
    expect(await log.verify(keys)).toMatchObject({ valid: true, events: EVENTS });
    expect((await log.verify(keys, checkpoint)).brokenAt).toMatchObject({ what: 'resealed' });
  });

  it('does not help when the checkpoint is forged', async () => {
    const checkpoint = await log.checkpoint(keys);
    const forged = { ...checkpoint, events: 1, seal: 1, position: '512' };
    expect((await log.verify(keys, forged)).brokenAt).toMatchObject({ what: 'checkpoint-forged' });
    const unknown = await log.checkpoint(keyOf('another'));
    expect((await log.verify(keys, unknown)).brokenAt).toMatchObject({ what: 'key-unknown' });
  });

  it('is not built upon by the sealer', async () => {
    await log.append(10);
    await expect(log.seal(stolenName('k1'))).rejects.toThrow(/seal 6 was not made with its key/);
    await expect(log.seal(keyOf('k2'))).rejects.toThrow(/seal 6 is of key k1, which is not set/);
    log.tamper(truncated(100).write);
    await expect(log.seal(keys)).rejects.toThrow(/The log ends at 99, sealed is it up to 3000/);
  });
});
