import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#config/settings.js';
import type { JobProgress } from '#jobs/jobs.js';
import type { Json } from '#kernel/json.js';
import type { Replay } from './replay-request.js';
import type { Column, Row } from './replay-task.js';

/** What a completed replay gave. `summary` is of the whole, where its question has one. */
export type ReplayReport = Readonly<{ rows: number; columns: readonly Column[]; summary: Json; completedAt: string }>;

/** What is kept of the result so far: so many bytes of the rows, and from where to go on. */
type Kept = Readonly<{ bytes: number; rows: number; next: Json }>;

/** How often it was resumed, each time as a job of its own, and how far it was when it was resumed last. */
export type Resumed = Readonly<{ times: number; progress: JobProgress | null }>;

const NEVER_RESUMED: Resumed = { times: 0, progress: null };

const NOTHING_YET: Kept = { bytes: 0, rows: 0, next: null };

export const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** Where the replays lie. Every process that replays, or hands the results out, needs to see it. */
const folderOfAll = ({ dataDir }: Pick<Settings, 'dataDir'>): string => join(dataDir, 'replays');

/** The ids of the replays that are there. */
export const replayIds = async (settings: Pick<Settings, 'dataDir'>): Promise<readonly string[]> =>
  (await readdir(folderOfAll(settings)).catch(() => [])).sort();

/** The folder of one replay: what was ordered, what is there of the result, and how it ended. */
export class ReplayFolder {
  readonly path: string;

  constructor(
    settings: Pick<Settings, 'dataDir'>,
    readonly id: string,
  ) {
    this.path = join(folderOfAll(settings), id);
  }

  result(format: Format): string {
    return join(this.path, `result.${format}`);
  }

  /** The scratch area of its own that a replay may fold into. */
  get scratch(): string {
    return join(this.path, 'scratch');
  }

  /** False when it was ordered already: then nothing changes. */
  async order(replay: Replay): Promise<boolean> {
    await mkdir(this.path, { recursive: true });
    if ((await this.ordered()) !== null) return false;
    await this.write('order.json', replay);
    return true;
  }

  ordered(): Promise<Replay | null> {
    return this.read('order.json');
  }

  report(): Promise<ReplayReport | null> {
    return this.read('report.json');
  }

  async cancel(): Promise<void> {
    await this.write('cancelled.json', {});
  }

  async isCancelled(): Promise<boolean> {
    return (await this.read('cancelled.json')) !== null;
  }

  /** Why it cannot be carried out, however often it is tried. */
  async fail(error: string): Promise<void> {
    await this.write('failed.json', { error });
  }

  async failure(): Promise<string | null> {
    return (await this.read<Readonly<{ error: string }>>('failed.json'))?.error ?? null;
  }

  async resumed(): Promise<Resumed> {
    return (await this.read<Resumed>('resumed.json')) ?? NEVER_RESUMED;
  }

  /** It is neither cancelled nor failed any more; what is there of the result stays. */
  async resume(resumed: Resumed): Promise<void> {
    // First, so that a job of before that starts meanwhile sees one or the other.
    await this.write('resumed.json', resumed);
    for (const name of ['cancelled.json', 'failed.json']) await rm(join(this.path, name), { force: true });
  }

  /** When somebody last ordered, cancelled, resumed, failed or completed something in it. */
  async touchedAt(): Promise<Date> {
    return (await stat(this.path)).mtime;
  }

  /** The result so far, to go on behind what is kept of it. */
  async rows(): Promise<KeptRows> {
    const kept = (await this.read<Kept>('kept.json')) ?? NOTHING_YET;
    const file = await open(this.result('ndjson'), 'a+');
    // What was written behind the last checkpoint is written once more.
    await file.truncate(kept.bytes);
    return new KeptRows(file, kept, (now) => this.write('kept.json', now));
  }

  async complete(report: ReplayReport): Promise<void> {
    await this.write('report.json', report);
    await rm(this.scratch, { recursive: true, force: true });
    await rm(join(this.path, 'kept.json'), { force: true });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  private async read<T>(name: string): Promise<T | null> {
    try {
      return JSON.parse(await readFile(join(this.path, name), 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** A file is there as a whole or not at all. */
  private async write(name: string, content: object): Promise<void> {
    const draft = join(this.path, `.${name}`);
    await writeFile(draft, JSON.stringify(content));
    await rename(draft, join(this.path, name));
  }
}

/** The rows of a result, one a line of JSON, with a checkpoint behind each page. */
export class KeptRows {
  constructor(
    private readonly file: FileHandle,
    private kept: Kept,
    private readonly save: (kept: Kept) => Promise<void>,
  ) {}

  get count(): number {
    return this.kept.rows;
  }

  get next(): Json {
    return this.kept.next;
  }

  async add(rows: readonly Row[], next: Json): Promise<void> {
    const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await this.file.appendFile(lines);
    // Before the checkpoint that counts on them.
    await this.file.datasync();
    this.kept = { bytes: this.kept.bytes + lines.length, rows: this.kept.rows + rows.length, next };
    await this.save(this.kept);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
