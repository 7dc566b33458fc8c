import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#demo/random.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { EventStoreLocked, EventStoreUnavailable } from '#event-store/event-store.js';
import type { Book } from './book.js';
import { damagePages, tearTail } from './damage.js';
import { eventsIn } from './inspect.js';
import { logDirectory, readModelDirectory } from './open-ledgers.js';
import { type RunningWriter, startWriter, type WriterSettings } from './run-writer.js';

/** What a round has to work with: the store of its series, its book, its own chance, and where to say what went wrong. */
export type Round = Readonly<{
  directory: string;
  book: Book;
  random: Random;
  /** The disk of its own that the store is on; null when it is on an ordinary one. `leave`: so many bytes are free. */
  disk: Readonly<{ leave: (bytes: number) => void; remount: (mode: 'ro' | 'rw') => void }> | null;
  problem: (sentence: string) => void;
  /** Counts something that the report shows. */
  count: (what: string, by?: number) => void;
}>;

const LANES = 12;
/** Bytes that no series fills. */
const AMPLE = 300_000_000;

const start = ({ directory, book }: Round, more: Partial<WriterSettings> = {}): RunningWriter =>
  startWriter(
    {
      ...{ directory, clock: 'right', again: book.unanswered, first: book.next, upTo: null, lanes: LANES },
      ...more,
    },
    book,
  );

/** Waits, then kills; whatever else ends the writer is a problem, and so is trouble that the round did not make. */
const killAfter = async (
  writer: RunningWriter,
  milliseconds: number,
  round: Round,
  expectsTrouble = false,
): Promise<void> => {
  await Promise.race([sleep(milliseconds), writer.ended]);
  writer.child.kill('SIGKILL');
  const { killed, status, complaints } = await writer.ended;
  if (killed) round.count('kills');
  else round.problem(`The writer ended with status ${status}: ${complaints.slice(0, 2_000)}`);
  if (!expectsTrouble && writer.troubles.length > 0) round.problem(`The writer said: ${writer.troubles[0]}`);
};

const someWhile = (random: Random): number => Math.round(random.logNormal(150, 0.8));

const errorOf = async (action: () => Promise<unknown>): Promise<unknown> => {
  try {
    await action();
    return null;
  } catch (error) {
    return error;
  }
};

const kill = async (round: Round): Promise<void> => {
  const writer = start(round);
  // Now and then before or while the stores are opened.
  if (round.random.chance(0.8)) await writer.opened;
  await killAfter(writer, someWhile(round.random), round);
};

const fullDisk = async (round: Round): Promise<void> => {
  const { disk, random, directory } = round;
  const file = join(logDirectory(directory), 'events.sqlite');
  const used = existsSync(file) ? readFileSync(file).length : 0;
  disk?.leave(random.integer(600_000, 3_000_000));
  const writer = start(round, disk ? {} : { maxBytes: used + random.integer(100_000, 1_000_000) });
  await writer.opened;
  for (let waited = 0; waited < 5_000 && writer.troubles.length < 5; waited += 20) await sleep(20);
  if (writer.troubles.length === 0) round.problem('The disk did not get full');
  for (const trouble of writer.troubles) {
    if (!/full|no space|disk I\/O|ENOSPC/i.test(trouble)) round.problem(`On a full disk the writer said: ${trouble}`);
  }
  round.count('refused for want of space', writer.troubles.filter((line) => line.startsWith('unavailable')).length);
  // Space again, while it runs: it heals by itself.
  if (disk && random.chance(0.5)) {
    disk.leave(AMPLE);
    const before = round.book.acknowledged.size;
    await sleep(1_500);
    if (round.book.acknowledged.size === before) round.problem('Space came back, but the writer did not go on');
    else round.count('went on when there was space again');
  }
  await killAfter(writer, someWhile(random), round, true);
  disk?.leave(AMPLE);
};

/** Appends what no book knows: it must not succeed. */
const appendTo = async (directory: string): Promise<void> => {
  const store = await openEmbeddedEventStore({ directory });
  try {
    await store.append('nobody', 'no_stream', [{ id: randomUUID(), type: 'not-made.v1', data: {}, metadata: {} }]);
  } finally {
    await store.close();
  }
};

const readOnly = async (round: Round): Promise<void> => {
  const { directory, disk } = round;
  const log = logDirectory(directory);
  if (disk) disk.remount('ro');
  else if (process.getuid?.() === 0) return round.count('skipped: root may write everywhere');
  else {
    mkdirSync(log, { recursive: true });
    chmodSync(log, 0o500);
  }
  try {
    const error = await errorOf(() => appendTo(log));
    if (!(error instanceof EventStoreUnavailable)) round.problem(`An append to a read-only directory gave ${error}`);
  } finally {
    if (disk) disk.remount('rw');
    else chmodSync(log, 0o700);
  }
  await kill(round);
};

const tornTail = async (round: Round): Promise<void> => {
  const { directory, random, book, problem } = round;
  const writer = start(round);
  await writer.opened;
  await killAfter(writer, someWhile(random), round);
  const whole = `${directory}-whole`;
  cpSync(directory, whole, { recursive: true });
  const from = tearTail(join(logDirectory(directory), 'events.sqlite-wal'), random);
  const [intact, recovered] = [await eventsIn(whole), await eventsIn(directory)];
  rmSync(whole, { recursive: true });
  if (from === null) return round.count('nothing to tear');
  if ('error' in intact) return problem(`The log could not be read before it was torn: ${intact.message}`);
  if ('error' in recovered) return problem(`The torn log could not be read: ${recovered.error}, ${recovered.message}`);
  const isBeginning = recovered.every((event, n) => event === intact[n]);
  if (!isBeginning) problem('A torn tail left something else than the beginning of the log');
  // The embedded log gives positions without gaps.
  const head = BigInt(recovered.length);
  for (const [number, { position, walBytes }] of book.acknowledged) {
    if (position > head && walBytes <= from) {
      problem(`Command ${number} is gone, though its frames ended at ${walBytes}, before the tear at ${from}`);
    }
  }
  round.count('events that went with the torn bytes', intact.length - recovered.length);
  book.forget(({ position }) => position > head);
  // The read models may show facts that the disk has lost; they are made anew, as after restoring a backup.
  if (recovered.length < intact.length) rmSync(readModelDirectory(directory), { recursive: true, force: true });
};

/** On a copy: the series goes on with the sound one. */
const damagedFile = async (round: Round): Promise<void> => {
  await kill(round);
  const { directory, problem } = round;
  const copy = `${directory}-damaged`;
  cpSync(directory, copy, { recursive: true });
  // Read once, so that what is in the write-ahead log moves into the file that will be damaged.
  const sound = await eventsIn(copy);
  damagePages(join(logDirectory(copy), 'events.sqlite'), round.random);
  const read = await eventsIn(copy);
  rmSync(copy, { recursive: true });
  if ('error' in sound) return problem(`The log could not be read before it was damaged: ${sound.message}`);
  if (!('error' in read)) {
    const isSame = read.length === sound.length && read.every((event, n) => event === sound[n]);
    if (isSame) round.count('damaged files: no event touched');
    else problem(`A damaged file was read without an error, but wrong (${read.length} of ${sound.length} events)`);
  } else if (['EventStoreCorrupt', 'UnreadableEvent'].includes(read.error))
    round.count('damaged files: said to be corrupt');
  else if (read.error === 'EventStoreUnavailable') round.count('damaged files: refused otherwise');
  else problem(`A damaged file gave ${read.error}: ${read.message}`);
};

const twoProcesses = async (round: Round): Promise<void> => {
  const writer = start(round);
  await writer.opened;
  const opened = round.book.acknowledged.size;
  for (let n = 0; n < 3; n += 1) {
    const error = await errorOf(async () => {
      await (await openEmbeddedEventStore({ directory: logDirectory(round.directory) })).close();
    });
    if (!(error instanceof EventStoreLocked) || error.pid !== writer.child.pid) {
      round.problem(`A second process that opened the log got ${error}`);
    }
    await sleep(60);
  }
  for (let waited = 0; waited < 10_000 && round.book.acknowledged.size === opened; waited += 50) await sleep(50);
  if (round.book.acknowledged.size === opened) round.problem('A second process stopped the first one');
  await killAfter(writer, someWhile(round.random), round);
};

const clockBackwards = async (round: Round): Promise<void> => {
  const writer = start(round, { clock: 'backwards' });
  await writer.opened;
  await killAfter(writer, 200 + someWhile(round.random), round);
};

export const ROUND_KINDS = {
  kill,
  'full disk': fullDisk,
  'read-only directory': readOnly,
  'torn last page': tornTail,
  'damaged file': damagedFile,
  'two processes': twoProcesses,
  'clock backwards': clockBackwards,
} as const satisfies Readonly<Record<string, (round: Round) => Promise<void>>>;

export type RoundKind = keyof typeof ROUND_KINDS;

/** Runs what nobody answered, and a little more, to its end. */
export const finish = async (round: Round): Promise<void> => {
  const writer = start(round, { upTo: round.book.next + 20 });
  const { status, complaints } = await writer.ended;
  if (status !== 0) round.problem(`The last writer ended with status ${status}: ${complaints.slice(0, 2_000)}`);
  if (round.book.unanswered.length > 0) round.problem(`${round.book.unanswered.length} commands stayed unanswered`);
};

/** A disk of its own in memory at `directory`, if this process may mount one. */
export const mountDisk = (directory: string): (NonNullable<Round['disk']> & { unmount: () => void }) | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const options = ['-t', 'tmpfs', '-o', `size=${AMPLE}`, 'tmpfs', directory];
  if (spawnSync('mount', options, { stdio: 'ignore' }).status !== 0) return null;
  const remount = (option: string): void => {
    execFileSync('mount', ['-o', `remount,${option}`, directory]);
  };
  return {
    leave: (bytes) => {
      const { blocks, bfree, bsize } = statfsSync(directory);
      remount(`size=${(blocks - bfree) * bsize + bytes}`);
    },
    remount,
    unmount: () => execFileSync('umount', [directory]),
  };
};
