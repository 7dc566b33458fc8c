import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type BrotliDecompress, createBrotliDecompress } from 'node:zlib';
import type { StoredEvent } from '../event-store.js';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  ArchiveDamaged,
  type ArchiveHeader,
  ArchiveRefused,
  type ArchiveTrailer,
  anchorOf,
  CHECKSUM_START,
  type Checksum,
  eventOf,
  MAX_LINE_BYTES,
} from './archive-format.js';

const MAX_HEADER_BYTES = 65_536;
const NEWLINE = 0x0a;

export type CheckedArchive = Readonly<{ header: ArchiveHeader; trailer: ArchiveTrailer }>;

/**
 * Reads the whole archive against its checksums, without reading the events.
 * @throws ArchiveDamaged, ArchiveRefused (no archive, or of another version)
 */
export const checkArchive = async (
  path: string,
  onProgress: (events: number) => void = () => undefined,
): Promise<CheckedArchive> => {
  const { header, line } = await readHeader(path);
  let events = 0;
  let trailer: ArchiveTrailer | null = null;
  for await (const section of sections(path, header, line)) {
    events += section.lines.length;
    trailer = section.trailer;
    onProgress(events);
  }
  if (trailer === null) throw new ArchiveDamaged(`${path} has no end`);
  return { header, trailer };
};

/**
 * The events of an archive in order, in runs that one transaction can take; each run is checked before it is given.
 * @throws ArchiveDamaged, ArchiveRefused
 */
export async function* archiveEvents(path: string): AsyncGenerator<readonly StoredEvent[]> {
  const { header, line } = await readHeader(path);
  for await (const { lines } of sections(path, header, line)) yield lines.map(eventOf);
}

const readHeader = async (path: string): Promise<{ header: ArchiveHeader; line: Buffer }> => {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(MAX_HEADER_BYTES);
    const { bytesRead } = await file.read(start, 0, MAX_HEADER_BYTES, 0);
    const end = start.subarray(0, bytesRead).indexOf(NEWLINE);
    const line = start.subarray(0, end + 1);
    return { header: headerOf(path, line.toString()), line };
  } finally {
    await file.close();
  }
};

const headerOf = (path: string, line: string): ArchiveHeader => {
  const header = parsed(line) as Partial<ArchiveHeader> | null;
  if (header?.format !== ARCHIVE_FORMAT) {
    throw new ArchiveRefused(`${path} is no export of a log, or its first line is damaged`);
  }
  if (header.version !== ARCHIVE_VERSION || header.compression !== 'brotli') {
    throw new ArchiveRefused(
      `${path} has format version ${header.version} (${header.compression}); this version of Annals reads ${ARCHIVE_VERSION} (brotli)`,
    );
  }
  return header as ArchiveHeader;
};

type Section = Readonly<{ lines: readonly string[]; trailer: ArchiveTrailer | null }>;

/** The events between two checksums, once the second one agrees; the last section has the trailer. */
async function* sections(path: string, header: ArchiveHeader, headerLine: Buffer): AsyncGenerator<Section> {
  const hash = createHash('sha256').update(headerLine);
  let [checkedLines, events] = [1, 0];
  let last = header.after;
  let lines: string[] = [];
  let ended = false;
  for await (const line of contentLines(path, headerLine.length, () => checkedLines + lines.length)) {
    if (ended) throw new ArchiveDamaged(`${path} goes on after its end, at line ${checkedLines + 1}`);
    const text = line.toString();
    if (!text.startsWith(CHECKSUM_START)) {
      hash.update(line);
      lines.push(text);
      continue;
    }
    const checksum: Checksum = { sha256: hash.copy().digest('hex'), lines: checkedLines + lines.length };
    events += lines.length;
    const where = `between line ${checkedLines + 1} and line ${checksum.lines + 1}`;
    // Of what does not agree with its checksum nothing is read.
    if (!text.startsWith(lineOf(checksum).slice(0, -2))) throw new ArchiveDamaged(`${path} is damaged ${where}`);
    const lastLine = lines.at(-1);
    if (lastLine) last = anchorOf(eventOf(lastLine));
    const trailer: ArchiveTrailer = { ...checksum, events, last };
    ended = text === lineOf(trailer);
    if (!ended && text !== lineOf(checksum))
      throw new ArchiveDamaged(`${path} is damaged in line ${checksum.lines + 1}`);
    yield { lines, trailer: ended ? trailer : null };
    hash.update(line);
    checkedLines += lines.length + 1;
    lines = [];
  }
  if (!ended) throw new ArchiveDamaged(`${path} is cut off after line ${checkedLines + lines.length}`);
}

/** Each line with its end. `atLine` says how many there were, for messages. */
async function* contentLines(path: string, offset: number, atLine: () => number): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { start: offset });
  const plain = createBrotliDecompress();
  source.on('error', (error) => plain.destroy(error));
  source.pipe(plain);
  let rest: Buffer[] = [];
  let restBytes = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        const piece = chunk.subarray(start, end + 1);
        yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
        [rest, restBytes, start] = [[], 0, end + 1];
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
      restBytes += chunk.length - start;
      if (restBytes > MAX_LINE_BYTES) throw damagedNear(path, offset, plain, atLine());
    }
    if (restBytes > 0) throw new ArchiveDamaged(`${path} is cut off in line ${atLine() + 1}`);
    await assertNothingBehind(path, offset, source, plain);
  } catch (error) {
    // The driver of the compression knows what is wrong by these codes only.
    if (/^(ERR_|Z_)/.test(String((error as NodeJS.ErrnoException).code)))
      throw damagedNear(path, offset, plain, atLine());
    throw error;
  } finally {
    source.destroy();
    plain.destroy();
  }
}

const damagedNear = (path: string, offset: number, plain: BrotliDecompress, line: number): ArchiveDamaged =>
  new ArchiveDamaged(
    `${path} is damaged or cut off: unreadable after line ${line}, before byte ${offset + plain.bytesWritten}`,
  );

const assertNothingBehind = async (
  path: string,
  offset: number,
  source: ReadStream,
  plain: BrotliDecompress,
): Promise<void> => {
  const file = await open(path, 'r');
  const { size } = await file.stat().finally(() => file.close());
  const used = offset + plain.bytesWritten;
  if (used !== size || source.bytesRead !== size - offset) {
    throw new ArchiveDamaged(`${path} goes on after its end, at byte ${used}`);
  }
};

const lineOf = (checksum: Checksum): string => `${JSON.stringify(checksum)}\n`;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
