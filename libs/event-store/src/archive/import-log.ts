import { randomUUID } from 'node:crypto';
import { millisecondsOf } from '#kernel/instant.js';
import type { StoredEvent } from '../event-store.js';
import type { LogRestore } from '../log-restore.js';
import { type Anchor, type ArchiveHeader, ArchiveRefused, type Until } from './archive-format.js';
import { archiveEvents, type CheckedArchive, checkArchive } from './read-archive.js';

/** Sections of the archive in one transaction: the more, the less often the disk is waited for. */
const SECTIONS_A_WRITE = 10;
const PAGE = 250;

export type ImportOptions = Readonly<{
  /** Opens the log to restore into; it is closed in the end. */
  openRestore: (header: ArchiveHeader) => Promise<LogRestore>;
  /** The last event to take. Default: all. */
  until?: Until;
  onProgress?: (progress: Readonly<{ phase: 'check' | 'import'; done: number; total: number | null }>) => void;
  /** Called when every event is there and before the log counts as whole. */
  beforeFinish?: (imported: ImportedLog) => Promise<void>;
}>;

export type ImportedLog = Readonly<{
  header: ArchiveHeader;
  written: number;
  /** Events that the log had already, from an import that was broken off. */
  present: number;
}>;

/**
 * Fills an empty log from an archive, or continues the one that ends where the archive begins. The archive is checked
 * as a whole first, and nothing is written when it is damaged or the log holds anything else. After a crash the same
 * call goes on where it was.
 * @throws ArchiveDamaged, ArchiveRefused, CannotRestore, EventStoreLocked, EventStoreUnavailable
 */
export const importLog = async (path: string, options: ImportOptions): Promise<ImportedLog> => {
  const { openRestore, until, onProgress = () => undefined, beforeFinish } = options;
  const archive = await checkArchive(path, (done) => onProgress({ phase: 'check', done, total: null }));
  const { header, trailer } = archive;
  const restore = await openRestore(header);
  try {
    const present = new PresentEvents(path, restore, await placeOf(path, archive, restore));
    const logId = header.after === null ? idOfCopy(header, restore, until) : null;
    const begin = () => restore.begin({ source: path, logId });
    let waiting: StoredEvent[] = [];
    let sections = 0;
    let written = 0;
    const write = async (): Promise<void> => {
      if (waiting.length === 0) return;
      if (written === 0) await begin();
      await restore.write(waiting);
      written += waiting.length;
      [waiting, sections] = [[], 0];
      onProgress({ phase: 'import', done: present.count + written, total: trailer.events });
    };
    for await (const section of archiveEvents(path)) {
      const end = until ? section.findIndex((event) => !isWanted(until, event)) : -1;
      const wanted = end === -1 ? section : section.slice(0, end);
      for (const event of wanted) if (!(await present.has(event))) waiting.push(event);
      sections += 1;
      if (sections === SECTIONS_A_WRITE) await write();
      if (wanted.length < section.length) break;
    }
    await write();
    await present.assertNoMore();
    // A copy of an empty log is the same log too.
    if (written + present.count === 0) await begin();
    const imported = { header, written, present: present.count };
    await beforeFinish?.(imported);
    await restore.finish();
    return imported;
  } finally {
    await restore.close();
  }
};

const isWanted = (until: Until, { position, recordedAt }: StoredEvent): boolean =>
  until.includes({ position, recordedAt: millisecondsOf(recordedAt) });

/** A copy is the same log. What has other positions, or a past cut short that goes on differently, is not. */
const idOfCopy = ({ logId }: ArchiveHeader, { keepsPositions }: LogRestore, until: Until | undefined): string =>
  logId !== null && keepsPositions && until === undefined ? logId : randomUUID();

/** Position in the log of the event that the archive begins after; null: the start of the log. */
const placeOf = async (
  path: string,
  { header, trailer }: CheckedArchive,
  restore: LogRestore,
): Promise<bigint | null> => {
  const { after } = header;
  if (after === null) return null;
  let looked = 0;
  for await (const event of backwards(restore)) {
    if (event.id === after.eventId && (!restore.keepsPositions || String(event.position) === after.position)) {
      return event.position;
    }
    looked += 1;
    // Behind the end of the archive before, there can only be what a broken off import of this one wrote.
    if (looked > trailer.events) break;
  }
  throw new ArchiveRefused(await gapMessage(path, after, restore));
};

const gapMessage = async (path: string, after: Anchor, restore: LogRestore): Promise<string> => {
  const [last] = await restore.readAll({ direction: 'backwards', limit: 1 });
  const end = last ? `ends with event ${last.id} at position ${last.position}` : 'is empty';
  return (
    `${path} continues after event ${after.eventId} at position ${after.position}, but the log ${end}. ` +
    'Import the archives of a chain one after the other, from the first one on, into a log that nothing else was written to'
  );
};

async function* backwards(restore: LogRestore): AsyncGenerator<StoredEvent> {
  let from = {};
  for (;;) {
    const page = await restore.readAll({ direction: 'backwards', limit: PAGE, ...from });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    from = { after: last.position };
  }
}

/** The events that the log has behind the place where the archive begins, compared with it one by one. */
class PresentEvents {
  count = 0;
  private page: readonly StoredEvent[] = [];
  private next = 0;
  private ended = false;

  constructor(
    private readonly path: string,
    private readonly restore: LogRestore,
    private after: bigint | null,
  ) {}

  /** Whether the log has the event already. @throws ArchiveRefused when it has another one in its place */
  async has(event: StoredEvent): Promise<boolean> {
    const present = await this.peek();
    if (present === null) return false;
    const samePlace = !this.restore.keepsPositions || present.position === event.position;
    const same = present.id === event.id && present.stream === event.stream && present.revision === event.revision;
    if (!same || !samePlace) {
      throw this.otherContent(present, `where the archive has ${event.id} (${event.stream} ${event.revision})`);
    }
    this.count += 1;
    this.next += 1;
    return true;
  }

  async assertNoMore(): Promise<void> {
    const present = await this.peek();
    if (present !== null) throw this.otherContent(present, 'where the archive has ended');
  }

  private otherContent({ position, id, stream, revision }: StoredEvent, instead: string): ArchiveRefused {
    return new ArchiveRefused(
      `The log is not empty and holds something else than ${this.path}: at position ${position} event ${id} (${stream} ${revision}), ${instead}. Import into an empty log`,
    );
  }

  private async peek(): Promise<StoredEvent | null> {
    if (this.next === this.page.length && !this.ended) {
      const from = this.after === null ? {} : { after: this.after };
      this.page = await this.restore.readAll({ ...from, limit: PAGE });
      this.next = 0;
      this.after = this.page.at(-1)?.position ?? this.after;
    }
    const present = this.page[this.next] ?? null;
    // What comes after the end is what this import writes itself.
    this.ended ||= present === null;
    return present;
  }
}
