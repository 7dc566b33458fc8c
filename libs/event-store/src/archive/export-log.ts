import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import type { Instant } from '#kernel/instant.js';
import type { EventStore, EventText } from '../event-store.js';
import {
  type Anchor,
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveHeader,
  ArchiveRefused,
  type ArchiveTrailer,
  anchorOf,
  eventLine,
  SECTION_CHARACTERS,
  SECTION_EVENTS,
  type StoreKind,
  type Until,
} from './archive-format.js';

/** Few, because an event may have a megabyte. */
const PAGE = 250;

/** Lowest level: 10 times as fast as the default for events, and still smaller than gzip -6. */
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 22 } };

export type ExportOptions = Readonly<{
  store: StoreKind;
  /** Version of the program, and its clock. */
  annals: string;
  now: Instant;
  /** Position of the event to continue after: the last one of the archive before. Default: from the start. */
  after?: bigint;
  until?: Until;
  onProgress?: (events: number) => void;
}>;

/**
 * Writes the events of the log, as they are stored, to a new file. The file has its name only once it is whole and on
 * disk. What is appended meanwhile is left out.
 * @throws ArchiveRefused, EventStoreUnavailable, the errors of the file system
 */
export const exportLog = async (events: EventStore, path: string, options: ExportOptions): Promise<ArchiveTrailer> => {
  if (existsSync(path)) throw new ArchiveRefused(`${path} exists already: an archive is never overwritten`);
  const after = options.after === undefined ? null : await anchorAt(events, options.after);
  const header: ArchiveHeader = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    compression: 'brotli',
    annals: options.annals,
    createdAt: options.now,
    logId: await events.logId(),
    store: options.store,
    after,
    until: options.until?.text ?? null,
  };
  const partial = `${path}.partial`;
  const headerLine = `${JSON.stringify(header)}\n`;
  const content = new ArchiveContent(headerLine, after);
  try {
    const file = createWriteStream(partial, { flush: true });
    file.write(headerLine);
    await pipeline(Readable.from(content.write(events, options)), createBrotliCompress(COMPRESSION), file);
    await rename(partial, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return content.trailer;
};

/** What follows the header, section by section. */
class ArchiveContent {
  private readonly hash = createHash('sha256');
  private lines = 1;
  private events = 0;

  constructor(
    headerLine: string,
    private last: Anchor | null,
  ) {
    this.hash.update(headerLine);
  }

  get trailer(): ArchiveTrailer {
    const sha256 = this.hash.copy().digest('hex');
    return { sha256, lines: this.lines, events: this.events, last: this.last };
  }

  async *write(events: EventStore, { until, onProgress }: ExportOptions): AsyncGenerator<string> {
    const head = await events.head();
    let section = '';
    let inSection = 0;
    for await (const event of eventsBetween(events, this.last, head)) {
      if (until && !until.includes(event)) break;
      section += this.hashed(eventLine(event));
      inSection += 1;
      this.events += 1;
      this.last = anchorOf(event);
      if (inSection < SECTION_EVENTS && section.length < SECTION_CHARACTERS) continue;
      const { sha256, lines } = this.trailer;
      yield section + this.hashed(`${JSON.stringify({ sha256, lines })}\n`);
      section = '';
      inSection = 0;
      onProgress?.(this.events);
    }
    yield `${section}${JSON.stringify(this.trailer)}\n`;
  }

  private hashed(line: string): string {
    this.hash.update(line);
    this.lines += 1;
    return line;
  }
}

async function* eventsBetween(
  events: EventStore,
  after: Anchor | null,
  head: bigint | null,
): AsyncGenerator<EventText> {
  let from = after === null ? {} : { after: BigInt(after.position) };
  while (head !== null) {
    const page = await events.readText({ ...from, limit: PAGE });
    for (const event of page) {
      if (event.position > head) return;
      yield event;
    }
    const last = page.at(-1);
    if (!last) return;
    from = { after: last.position };
  }
}

const anchorAt = async (events: EventStore, position: bigint): Promise<Anchor> => {
  const [event] = await events.readAll({ after: position + 1n, direction: 'backwards', limit: 1 });
  if (event?.position !== position) {
    throw new ArchiveRefused(
      `The log has no event at position ${position}: give the last position of the archive before (its export printed it)`,
    );
  }
  return anchorOf(event);
};

/** Without it a power loss may undo the renaming; a system that cannot open folders does without. */
const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};
