import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Random } from '#demo/random.js';

const PAGE = 4_096;
const WAL_HEADER = 32;

const withFile = <T>(file: string, work: (descriptor: number, size: number) => T): T => {
  const descriptor = openSync(file, 'r+');
  try {
    return work(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
};

const noise = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.integer(0, 255)));

/**
 * Tears the end of a write-ahead log as a power loss in the middle of a write may: cut off, zeroed or garbled from some
 * byte on. Gives that byte; null when there is nothing to tear.
 */
export const tearTail = (wal: string, random: Random): number | null => {
  if (!existsSync(wal)) return null;
  return withFile(wal, (descriptor, size) => {
    if (size <= WAL_HEADER) return null;
    const from = Math.max(WAL_HEADER, size - random.integer(1, 12 * PAGE));
    const kind = random.pick(['cut', 'zeroed', 'garbled']);
    if (kind === 'cut') ftruncateSync(descriptor, from);
    else
      writeSync(
        descriptor,
        kind === 'zeroed' ? Buffer.alloc(size - from) : noise(random, size - from),
        0,
        size - from,
        from,
      );
    return from;
  });
};

/** Overwrites whole pages of a database behind its first one, as a failing disk may: zeroed or garbled. */
export const damagePages = (file: string, random: Random): void =>
  withFile(file, (descriptor, size) => {
    const pages = Math.floor(size / PAGE);
    for (let n = random.integer(1, 4); n > 0 && pages > 2; n -= 1) {
      const page = random.chance(0.5) ? Buffer.alloc(PAGE) : noise(random, PAGE);
      writeSync(descriptor, page, 0, PAGE, random.integer(1, pages - 1) * PAGE);
    }
  });
