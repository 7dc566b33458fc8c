import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#kernel/instant.js';
import { instantFrom } from '../rows/cells.js';
import { csvRows } from '../rows/csv-rows.js';
import { ndjsonRows } from '../rows/ndjson-rows.js';
import { type ReadRow, UnreadableFile } from '../rows/row.js';
import { xlsxRows } from '../rows/xlsx-rows.js';

/** The kinds of files in the order in which they are imported, with the columns that each must have. */
export const KINDS = {
  teams: ['id', 'name'],
  reps: ['id', 'name', 'team_id'],
  products: ['id', 'name'],
  customers: ['id', 'name'],
  customer_events: ['customer_id', 'occurred_at', 'event'],
  quotas: ['period', 'amount'],
  deal_events: ['deal_id', 'occurred_at', 'event'],
  activities: ['id', 'occurred_at', 'kind', 'rep_id'],
} as const;
export type Kind = keyof typeof KINDS;

/** The file formats of each kind. */
export const EXTENSIONS = ['csv', 'ndjson', 'xlsx'] as const;

export const PROCESSES = 'processes.json';

/** Columns that say when something was so. */
const WHEN = ['occurred_at', 'created_at', 'hired_on'];

/** The rows of each kind in a folder, from its .csv, .ndjson and .xlsx files in this order. */
export class AnnalsFiles {
  readonly #ours: ReadonlyMap<string, string>;

  /** `columns`: our column to theirs; a column that is not there goes by its own name. */
  constructor(
    private readonly folder: string,
    columns: Readonly<Record<string, string>> = {},
  ) {
    this.#ours = new Map(Object.entries(columns).map(([ours, theirs]) => [theirs.trim().toLowerCase(), ours]));
  }

  /** @throws UnreadableFile when the folder holds none of the files */
  async check(): Promise<void> {
    const names = await readdir(this.folder).catch(() => {
      throw new UnreadableFile(`${this.folder} is no folder that can be read`);
    });
    const known = [
      PROCESSES,
      ...Object.keys(KINDS).flatMap((kind) => EXTENSIONS.map((extension) => `${kind}.${extension}`)),
    ];
    if (!names.some((name) => known.includes(name))) {
      throw new UnreadableFile(`${this.folder} has none of the files ${known.join(', ')}`);
    }
  }

  async *rows(kind: Kind): AsyncGenerator<ReadRow> {
    const nameOf = (column: string): string => this.#ours.get(column.trim()) ?? column;
    const csv = join(this.folder, `${kind}.csv`);
    if (existsSync(csv)) yield* csvRows(csv, KINDS[kind], nameOf);
    const ndjson = join(this.folder, `${kind}.ndjson`);
    if (existsSync(ndjson)) yield* ndjsonRows(ndjson, nameOf);
    const xlsx = join(this.folder, `${kind}.xlsx`);
    if (existsSync(xlsx)) yield* xlsxRows(xlsx, nameOf);
  }

  /** How many rows there are, and the first instant that any of them names; null when none does. */
  async survey(): Promise<Readonly<{ rows: number; first: Instant | null }>> {
    let rows = 0;
    let first: Instant | null = null;
    for (const kind of Object.keys(KINDS) as Kind[]) {
      for await (const row of this.rows(kind)) {
        rows += 1;
        if ('unreadable' in row) continue;
        for (const column of WHEN) {
          const text = row.cells.get(column);
          const at = text === undefined ? null : instantFrom(text);
          if (at !== null && (first === null || at < first)) first = at;
        }
      }
    }
    return { rows, first };
  }
}
