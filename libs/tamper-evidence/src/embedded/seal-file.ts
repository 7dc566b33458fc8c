import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Seal } from '../seal.js';
import { SealConflict, type SealStore, SealUnreadable, sealOf } from '../seal-store.js';

const NEWLINE = 0x0a;
const CHUNK = 65_536;

/**
 * The seals in a file of this machine, a line each. Its one writer is whoever holds the log. A last line without its
 * end was being written when the process died: readers leave it out, and the next append overwrites it.
 */
export const openSealFile = async ({ directory }: Readonly<{ directory: string }>): Promise<SealStore> => {
  await mkdir(directory, { recursive: true });
  const path = join(directory, 'seals.ndjson');
  const file = await open(path, 'a+').then(async (made) => {
    await made.close();
    return open(path, 'r+');
  });
  await flushDirectory(directory);
  return new SealFile(path, file);
};

/** Else a power loss may take the file with all that is in it. Windows opens no directories and needs none of it. */
const flushDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

class SealFile implements SealStore {
  private appending: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  async last(): Promise<Seal | null> {
    return (await this.end()).last;
  }

  async *all(): AsyncGenerator<Seal, void, void> {
    const { size } = await this.end();
    if (size === 0) return;
    const stream = createReadStream(this.path, { end: size - 1, highWaterMark: CHUNK });
    let number = 0;
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        number += 1;
        yield parsed(line, number);
      }
    } finally {
      stream.destroy();
    }
  }

  append(seals: readonly Seal[]): Promise<void> {
    const appended = this.appending.then(() => this.write(seals));
    this.appending = appended.catch(() => undefined);
    return appended;
  }

  async close(): Promise<void> {
    await this.appending;
    await this.file.close();
  }

  private async write(seals: readonly Seal[]): Promise<void> {
    const { last, size } = await this.end();
    if ((last?.number ?? 0) + 1 !== seals[0]?.number) throw new SealConflict(`Seal ${seals[0]?.number} is not next`);
    await this.file.truncate(size);
    const bytes = Buffer.from(seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''));
    for (let written = 0; written < bytes.length; ) {
      written += (await this.file.write(bytes, written, bytes.length - written, size + written)).bytesWritten;
    }
    await this.file.datasync();
  }

  /** The last whole line, and where it ends. */
  private async end(): Promise<Readonly<{ last: Seal | null; size: number }>> {
    let start = (await this.file.stat()).size;
    let tail = Buffer.alloc(0);
    for (;;) {
      const end = tail.lastIndexOf(NEWLINE);
      const before = end > 0 ? tail.lastIndexOf(NEWLINE, end - 1) : -1;
      if (end >= 0 && (before >= 0 || start === 0)) {
        const line = tail.toString('utf8', before + 1, end);
        return { last: parsed(line, numberIn(line)), size: start + end + 1 };
      }
      if (start === 0) return { last: null, size: 0 };
      const length = Math.min(CHUNK, start);
      const chunk = Buffer.alloc(length);
      await this.file.read(chunk, 0, length, start - length);
      tail = Buffer.concat([chunk, tail]);
      start -= length;
    }
  }
}

const numberIn = (line: string): number => Number(/"number":(\d+)/.exec(line)?.[1] ?? 0);

const parsed = (line: string, number: number): Seal => {
  let kept: unknown;
  try {
    kept = JSON.parse(line);
  } catch {
    throw new SealUnreadable(number);
  }
  return sealOf(kept, number);
};
