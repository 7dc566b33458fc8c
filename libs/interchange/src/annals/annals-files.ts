import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#kernel/instant.js';
import { instantFrom } from '../rows/cells.js';
import { csvRows } from '../rows/csv-rows.js';
import { ndjsonRows } from '../rows/ndjson-rows.js';
import { type ReadRow, UnreadableFile } from '../rows/row.js';
import { xlsxRows } from '../rows/xlsx-rows.js';

/** The kinds of files in the order in which they are imported, with the columns that each must have. */
export const KINDS = {
  company_calendars: ['occurred_at', 'kind'],
  exchange_rates: ['currency', 'rate', 'from'],
  teams: ['id', 'name'],
  reps: ['id', 'name', 'team_id'],
  team_events: ['team_id', 'occurred_at', 'event', 'parent_id'],
  rep_events: ['rep_id', 'occurred_at', 'event'],
  products: ['id', 'name'],
  customers: ['id', 'name'],
  customer_events: ['customer_id', 'occurred_at', 'event'],
  leads: ['id', 'name'],
  lead_events: ['lead_id', 'occurred_at', 'event'],
  quotas: ['period'],
  forecast_adjustments: ['period', 'category'],
  forecast_submissions: ['period', 'category', 'amount'],
  submission_deadlines: ['unit'],
  leaderboard_names: ['rep_id'],
  forecast_methods: ['method'],
  saved_reports: ['report_id', 'occurred_at', 'event'],
  deal_events: ['deal_id', 'occurred_at', 'event'],
  activities: ['id', 'occurred_at', 'kind', 'rep_id'],
} as const;
export type Kind = keyof typeof KINDS;

/** The file formats of each kind. */
export const EXTENSIONS = ['csv', 'ndjson', 'xlsx'] as const;

export const PROCESSES = 'processes.json';

/** It is read as a whole: more than every version of every process that a company has ever had. */
const MAX_PROCESSES_BYTES = 16 * 1024 * 1024;

/** Every name that a file of the format may have. */
export const ANNALS_FILE_NAMES: readonly string[] = [
  PROCESSES,
  ...Object.keys(KINDS).flatMap((kind) => EXTENSIONS.map((extension) => `${kind}.${extension}`)),
];

/** Columns that say when something was so. */
const WHEN = ['occurred_at', 'created_at', 'hired_on'];

/** The rows of each kind in a folder, from its .csv, .ndjson and .xlsx files in this order. */
export class AnnalsFiles {
  readonly #ours: ReadonlyMap<string, string>;

  /** `columns`: our column to theirs; a column that is not there goes by its own name. `decimal`: as for `csvRows`. */
  constructor(
    private readonly folder: string,
    columns: Readonly<Record<string, string>> = {},
    private readonly decimal?: '.' | ',',
  ) {
    this.#ours = new Map(Object.entries(columns).map(([ours, theirs]) => [theirs.trim().toLowerCase(), ours]));
  }

  /** @throws UnreadableFile when the folder holds none of the files */
  async check(): Promise<void> {
    const names = await readdir(this.folder).catch(() => {
      throw new UnreadableFile(`${this.folder} is no folder that can be read`);
    });
    if (!names.some((name) => ANNALS_FILE_NAMES.includes(name))) {
      throw new UnreadableFile(`${this.folder} has none of the files ${ANNALS_FILE_NAMES.join(', ')}`);
    }
  }

  /** What the file of processes holds, as it stands; an empty list when there is none. @throws UnreadableFile */
  async processes(): Promise<unknown> {
    const path = join(this.folder, PROCESSES);
    if (!existsSync(path)) return [];
    const { size } = await stat(path);
    if (size > MAX_PROCESSES_BYTES) throw new UnreadableFile(`${PROCESSES} has more than ${MAX_PROCESSES_BYTES} bytes`);
    const text = await readFile(path, 'utf8');
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new UnreadableFile(`${PROCESSES} is no JSON: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** The rows of all kinds, in the order in which they are imported. */
  async *allRows(): AsyncGenerator<ReadRow> {
    for (const kind of Object.keys(KINDS) as Kind[]) yield* this.rows(kind);
  }

  async *rows(kind: Kind): AsyncGenerator<ReadRow> {
    const nameOf = (column: string): string => this.#ours.get(column.trim()) ?? column;
    const csv = join(this.folder, `${kind}.csv`);
    if (existsSync(csv)) yield* csvRows(csv, { required: KINDS[kind], nameOf, decimal: this.decimal });
    const ndjson = join(this.folder, `${kind}.ndjson`);
    if (existsSync(ndjson)) yield* ndjsonRows(ndjson, nameOf);
    const xlsx = join(this.folder, `${kind}.xlsx`);
    if (existsSync(xlsx)) yield* xlsxRows(xlsx, nameOf);
  }

  /** How many rows there are, and the first instant that any of them names; null when none does. */
  async survey(): Promise<Readonly<{ rows: number; first: Instant | null }>> {
    let rows = 0;
    let first: Instant | null = null;
    for await (const row of this.allRows()) {
      rows += 1;
      if ('unreadable' in row) continue;
      for (const column of WHEN) {
        const text = row.cells.get(column);
        const at = text === undefined ? null : instantFrom(text);
        if (at !== null && (first === null || at < first)) first = at;
      }
    }
    return { rows, first };
  }
}
