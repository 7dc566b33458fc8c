import type { ImportKind } from '../api/imports.js';

/** What is said of a rep's or team's forecast of a period. */
const CALLS = ['rep_id', 'team_id', 'period', 'starts_on', 'ends_before', 'category', 'amount', 'currency', 'note'];

/** The columns of the interchange files, as docs/guides/interchange.md has them: to these, those of a file are mapped. */
export const COLUMNS: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: [
    ...['id', 'name', 'owner_id', 'industry', 'region', 'source', 'created_at'],
    ...['contact_name', 'contact_email', 'contact_phone', 'contact_title'],
  ],
  deal_events: [
    ...['deal_id', 'occurred_at', 'event', 'process_id', 'stage', 'amount', 'currency', 'owner_id', 'customer_id'],
    ...['product_id', 'quantity', 'expected_close_on', 'reason', 'actor_id'],
  ],
  activities: [
    ...['id', 'occurred_at', 'kind', 'rep_id', 'customer_id', 'deal_id', 'direction', 'duration_seconds', 'subject'],
  ],
  leads: ['id', 'name', 'company', 'email', 'phone', 'source', 'owner_id', 'created_at'],
  lead_events: ['lead_id', 'occurred_at', 'event', 'owner_id', 'reason'],
  quotas: ['rep_id', 'team_id', 'period', 'measure', 'amount', 'currency', 'target'],
  products: ['id', 'name', 'model_id', 'model_name', 'price', 'currency'],
  reps: ['id', 'name', 'email', 'team_id', 'role', 'region', 'hired_on', 'departed_on'],
  teams: ['id', 'name', 'parent_id'],
  team_events: ['team_id', 'occurred_at', 'event', 'name', 'parent_id'],
  rep_events: ['rep_id', 'occurred_at', 'event', 'team_id'],
  customer_events: ['customer_id', 'occurred_at', 'event'],
  company_calendars: ['occurred_at', 'kind'],
  exchange_rates: ['currency', 'base', 'rate', 'from'],
  forecast_adjustments: [...CALLS, 'level', 'occurred_at'],
  forecast_submissions: [...CALLS, 'occurred_at'],
  submission_deadlines: ['unit', 'due_on_day', 'occurred_at'],
  leaderboard_names: ['rep_id', 'name', 'occurred_at'],
};

const HEAD_BYTES = 65_536;

/** The columns in the first line of a CSV file; none of any other file, whose columns are named by hand. */
export const columnsIn = async (file: File): Promise<readonly string[]> => {
  if (!isCsv(file)) return [];
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer();
  const [first = '', second = ''] = new TextDecoder(encodingOf(new Uint8Array(head))).decode(head).split(/\r?\n/, 2);
  const line = /^sep=.$/i.test(first) ? second : first;
  const separator = [',', ';', '\t'].reduce((best, next) => (count(line, next) > count(line, best) ? next : best));
  return line
    .split(separator)
    .map((column) => column.trim().replace(/^"(.*)"$/, '$1'))
    .filter((column) => column !== '');
};

/** As a byte order mark tells. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

export const isCsv = ({ name }: File): boolean => name.toLowerCase().endsWith('.csv');

const count = (line: string, separator: string): number => line.split(separator).length;

/** Ours to theirs where the names are alike but for case, spaces and underscores. */
export const likelyMapping = (kind: ImportKind, theirs: readonly string[]): Readonly<Record<string, string>> => {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
  return Object.fromEntries(
    COLUMNS[kind].flatMap((ours) => {
      const like = theirs.find((column) => plain(column) === plain(ours));
      return like === undefined ? [] : [[ours, like]];
    }),
  );
};
