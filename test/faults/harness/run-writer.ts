import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from './book.js';
import { logDirectory } from './open-ledgers.js';

export type WriterSettings = Readonly<{
  directory: string;
  maxBytes?: number;
  clock: 'right' | 'backwards';
  /** Commands to run again, by number. */
  again: readonly number[];
  first: number;
  /** The last command; null: until it is killed. */
  upTo: number | null;
  /** How many commands are under way at once. */
  lanes: number;
}>;

export type RunningWriter = Readonly<{
  child: ChildProcess;
  /** Resolves when the stores are open, or when the writer ended before. */
  opened: Promise<void>;
  /** How it ended: by which signal or exit status, and what it complained about. */
  ended: Promise<Readonly<{ killed: boolean; status: number | null; complaints: string }>>;
  /** Messages of the projector's failures and of commands that found the store unavailable. */
  troubles: readonly string[];
}>;

/** Starts a writer as a process of its own and enters what it says into the book. */
export const startWriter = (settings: WriterSettings, book: Book): RunningWriter => {
  const script = fileURLToPath(new URL('./writer.js', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const wal = join(logDirectory(settings.directory), 'events.sqlite-wal');
  const troubles: string[] = [];
  let complaints = '';
  let rest = '';
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  child.stdout.on('data', (chunk) => {
    // Whatever was acknowledged by now stands in the write-ahead log's first `walBytes`.
    const walBytes = statSync(wal, { throwIfNoEntry: false })?.size ?? 0;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [word, number, ...more] = line.split(' ');
      if (word === 'open') open();
      else if (word === 'begun') book.begin(Number(number));
      else if (word === 'done') {
        book.acknowledge(Number(number), {
          revision: BigInt(more[0] ?? ''),
          position: BigInt(more[1] ?? ''),
          walBytes,
        });
      } else if (word === 'unavailable' || word === 'projector') troubles.push(line);
    }
  });
  const ended = new Promise<{ killed: boolean; status: number | null; complaints: string }>((resolve) =>
    child.on('close', (status, signal) => {
      open();
      resolve({ killed: signal === 'SIGKILL', status, complaints });
    }),
  );
  return { child, opened, ended, troubles };
};
