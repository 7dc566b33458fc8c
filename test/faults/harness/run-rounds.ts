import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '#demo/random.js';
import { Book } from './book.js';
import { checkStores } from './inspect.js';
import { finish, mountDisk, ROUND_KINDS, type Round, type RoundKind } from './rounds.js';

export type Figures = Readonly<{
  seed: number;
  rounds: Readonly<Partial<Record<RoundKind, number>>>;
  stores: number;
  /** Events of acknowledged commands, each counted once though it is checked after every round. */
  acknowledgedEvents: number;
  acknowledgedCommands: number;
  checks: number;
  lost: number;
  doubled: number;
  counts: Readonly<Record<string, number>>;
  problems: readonly string[];
  seconds: number;
}>;

export type RunOptions = Readonly<{
  rounds: number;
  seed: number;
  /** Told after each round. */
  onRound?: (done: number, kind: RoundKind, problems: readonly string[]) => void;
}>;

const ROUNDS_PER_STORE = 20;
/** Weights. Full disks are the business of the series that have a disk of their own. */
const DRAW: readonly (readonly [number, RoundKind])[] = [
  [10, 'kill'],
  [3, 'torn last page'],
  [2, 'clock backwards'],
  [2, 'two processes'],
  [2, 'damaged file'],
  [1, 'read-only directory'],
];

/**
 * Runs rounds of faults against the embedded stores. Rounds of a series share one store, so that each goes on with what
 * the ones before left behind; every other series has a disk of its own, if it may be mounted, that gets full. After each round
 * everything is checked.
 */
export const runRounds = async ({ rounds, seed, onRound }: RunOptions): Promise<Figures> => {
  const started = Date.now();
  const root = mkdtempSync(join(tmpdir(), 'annals-faults-'));
  const byKind: Partial<Record<RoundKind, number>> = {};
  const counts: Record<string, number> = {};
  const problems: string[] = [];
  const totals = { stores: 0, acknowledgedEvents: 0, acknowledgedCommands: 0, checks: 0, lost: 0, doubled: 0 };
  let done = 0;
  try {
    while (done < rounds) {
      const series = new Random('faults', seed, totals.stores);
      const hasDisk = totals.stores % 2 === 0;
      totals.stores += 1;
      const directory = join(root, `store-${totals.stores}`);
      mkdirSync(directory);
      const disk = hasDisk ? mountDisk(directory) : null;
      const book = new Book();
      let random = series;
      const round: Round = {
        ...{ directory, book, disk },
        get random() {
          return random;
        },
        problem: (sentence) => problems.push(`round ${done + 1}: ${sentence}`),
        count: (what, by = 1) => {
          counts[what] = (counts[what] ?? 0) + by;
        },
      };
      const length = hasDisk ? 6 : ROUNDS_PER_STORE;
      let last = { events: 0, commands: 0 };
      for (let n = 0; n < length && done < rounds; n += 1) {
        random = new Random('round', seed, done);
        const kind =
          hasDisk && n < 2 ? 'full disk' : hasDisk && n === 2 ? 'read-only directory' : random.weighted(DRAW);
        const known = problems.length;
        await ROUND_KINDS[kind](round);
        last = await check(round, totals);
        byKind[kind] = (byKind[kind] ?? 0) + 1;
        done += 1;
        onRound?.(done, kind, problems.slice(known));
      }
      await finish(round);
      last = await check(round, totals);
      totals.acknowledgedEvents += last.events;
      totals.acknowledgedCommands += last.commands;
      disk?.unmount();
      rmSync(directory, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const seconds = Math.round((Date.now() - started) / 1_000);
  return { seed, rounds: byKind, ...totals, counts, problems, seconds };
};

type Totals = { checks: number; lost: number; doubled: number };

const check = async (
  { directory, book, problem }: Round,
  totals: Totals,
): Promise<{ events: number; commands: number }> => {
  const found = await checkStores(directory, book);
  totals.checks += 1;
  if ('error' in found) {
    problem(`The stores could not be checked: ${found.error}, ${found.message}`);
    return { events: 0, commands: 0 };
  }
  for (const sentence of found.problems) problem(sentence);
  totals.lost += found.lost;
  totals.doubled += found.doubled;
  return { events: found.acknowledgedEvents, commands: book.acknowledged.size };
};
