import { checkSpec, requireWritingOrder } from '../collection-shape.js';
import { firstBy } from '../first-by.js';
import { cursorBehind, placeOf } from '../page-cursor.js';
import { type Condition, planRange, type RangePlan, type Stretch, stretchesBehind } from '../range-plan.js';
import type {
  AnyCollectionSpec,
  Entry,
  FindOptions,
  Page,
  PageOptions,
  Range,
  ReadCollection,
  Scalar,
  SumRow,
  WritingPlace,
} from '../read-store.js';
import { mergeSums } from '../sum-rows.js';
import type { DatabaseFile } from './database-file.js';
import { storedText, textOf } from './stored-text.js';

type Row = Readonly<{ _key: string; _position: bigint; _doc: string }>;
type Binding = string | number | bigint | null;

export const quoted = (identifier: string): string => `"${identifier}"`;
type Named = Pick<AnyCollectionSpec, 'name'>;
export const documentsTable = ({ name }: Named): string => quoted(`docs_${name}`);
export const tombstonesTable = ({ name }: Named): string => quoted(`gone_${name}`);

/** Named after its columns: an index declared otherwise is another index. */
const indexName = (spec: AnyCollectionSpec, columns: readonly string[]): string =>
  quoted(`docs_${spec.name}(${columns.join()})`);

const WRITING_ORDER = ['_position'];

/** Makes each index of the collection that is missing. */
export const indexesSql = (spec: AnyCollectionSpec): readonly string[] =>
  [...Object.values(spec.indexes), ...(spec.inWritingOrder ? [WRITING_ORDER] : [])].map((columns) =>
    indexSql(spec, columns),
  );

const indexSql = (spec: AnyCollectionSpec, columns: readonly string[]): string =>
  `CREATE INDEX IF NOT EXISTS ${indexName(spec, columns)} ON ${documentsTable(spec)} (${columns.map(quoted)}, _key)`;

export const storedValue = (value: Scalar): Binding => (typeof value === 'string' ? storedText(value) : value);

/** Reads one collection of the embedded store. */
export class EmbeddedCollection<Doc extends object> implements ReadCollection<Doc> {
  readonly name: string;
  private readonly table: string;

  constructor(
    private readonly file: DatabaseFile,
    private readonly spec: AnyCollectionSpec,
  ) {
    checkSpec(spec);
    this.name = spec.name;
    this.table = documentsTable(spec);
  }

  async get(key: string): Promise<Entry<Doc> | null> {
    const sql = `SELECT _key, _position, _doc FROM ${this.table} WHERE _key = ?`;
    const row = this.file.statement(sql).get(storedText(key)) as Row | undefined;
    return row === undefined ? null : entryOf<Doc>(row);
  }

  async getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Entry<Doc>>> {
    const found = new Map<string, Entry<Doc>>();
    for (const key of keys) {
      const entry = await this.get(key);
      if (entry) found.set(key, entry);
    }
    return found;
  }

  async scan(range: Range, { limit, cursor, descending = false }: PageOptions): Promise<Page<Doc>> {
    const { spec } = this;
    const plan = planRange(spec, range);
    const place = placeOf(spec, range, plan, descending, cursor);
    const entries: Entry<Doc>[] = [];
    for (const stretch of stretchesBehind(plan, place, descending)) {
      // One more than asked for tells whether there is a next page.
      const missing = limit + 1 - entries.length;
      if (missing <= 0) break;
      const { where, bindings } = conditionsSql(stretch);
      const order = [...plan.order, '_key'].map((column) => `${quoted(column)} ${descending ? 'DESC' : 'ASC'}`);
      const sql = `SELECT _key, _position, _doc FROM ${this.source(plan.index)} ${where} ORDER BY ${order} LIMIT ?`;
      const rows = this.rows<Row>(plan.index, sql, [...bindings, missing]);
      for (const row of rows) entries.push(entryOf<Doc>(row));
    }
    const page = entries.slice(0, limit);
    const last = page.at(-1);
    const next = entries.length > limit && last ? cursorBehind(spec, range, plan, descending, last) : null;
    return { entries: page, next };
  }

  async writtenAfter({ position, key }: WritingPlace, limit: number): Promise<readonly Entry<Doc>[]> {
    requireWritingOrder(this.spec);
    const behind = key === undefined ? '_position > ?' : '(_position, _key) > (?, ?)';
    const sql = `
      SELECT _key, _position, _doc FROM ${this.source(WRITING_ORDER)}
      WHERE ${behind} ORDER BY _position, _key LIMIT ?`;
    const place = key === undefined ? [position] : [position, storedText(key)];
    return this.rows<Row>(WRITING_ORDER, sql, [...place, limit]).map((row) => entryOf<Doc>(row));
  }

  async find(ranges: readonly Range[], options: FindOptions<Doc>): Promise<readonly Entry<Doc>[]> {
    const { orderBy, descending = false, limit } = options;
    const direction = descending ? 'DESC' : 'ASC';
    const order = orderBy === undefined ? '' : `ORDER BY ${quoted(orderBy)} ${direction}, _key ${direction}`;
    const entries: Entry<Doc>[] = [];
    for (const range of ranges) {
      const plan = planRange(this.spec, range);
      for (const stretch of stretchesBehind(plan, null, false)) {
        const missing = orderBy === undefined ? limit - entries.length : limit;
        if (missing <= 0) return entries;
        const { where, bindings } = conditionsSql(stretch);
        const sql = `SELECT _key, _position, _doc FROM ${this.source(plan.index)} ${where} ${order} LIMIT ?`;
        for (const row of this.rows<Row>(plan.index, sql, [...bindings, missing])) entries.push(entryOf<Doc>(row));
      }
    }
    return orderBy === undefined ? entries : firstBy(entries, orderBy, descending, limit);
  }

  async sum(
    ranges: readonly Range[],
    { groupBy, sums }: Readonly<{ groupBy: readonly string[]; sums: readonly string[] }>,
  ): Promise<readonly SumRow[]> {
    const parts = ranges.map((range) => this.sumOf(planRange(this.spec, range), groupBy, sums));
    return mergeSums(parts.flat());
  }

  private sumOf(plan: RangePlan, groupBy: readonly string[], sums: readonly string[]): readonly SumRow[] {
    return stretchesBehind(plan, null, false).flatMap((stretch) => {
      const { where, bindings } = conditionsSql(stretch);
      const groups = groupBy.map(quoted);
      const columns = [...groups, 'count(*)', ...sums.map((column) => `coalesce(sum(${quoted(column)}), 0)`)];
      const named = columns.map((column, at) => `${column} AS c${at}`);
      const grouping = groups.length > 0 ? `GROUP BY ${groups}` : '';
      const sql = `SELECT ${named} FROM ${this.source(plan.index)} ${where} ${grouping}`;
      const rows = this.rows<Record<string, string | bigint | null>>(plan.index, sql, bindings);
      return rows.map((row) => {
        const values = columns.map((_, at) => scalarOf(row[`c${at}`] ?? null));
        const [count, ...totals] = values.slice(groups.length).map(Number);
        return { group: values.slice(0, groups.length), count: count ?? 0, sums: totals };
      });
    });
  }

  private source(index: readonly string[]): string {
    return `${this.table} INDEXED BY ${indexName(this.spec, index)}`;
  }

  /** What the question finds by that index, which is made if it is still missing. */
  private rows<R>(index: readonly string[], sql: string, bindings: readonly Binding[]): readonly R[] {
    const ask = (): readonly R[] => this.file.statement(sql).all(...bindings) as R[];
    try {
      return ask();
    } catch (error) {
      if (!isIndexMissing(error)) throw error;
      this.file.exec(indexSql(this.spec, index));
      return ask();
    }
  }
}

const isIndexMissing = (error: unknown): boolean => error instanceof Error && error.message.startsWith('no such index');

const entryOf = <Doc>({ _key, _position, _doc }: Row): Entry<Doc> => ({
  key: textOf(_key),
  position: _position,
  doc: JSON.parse(_doc),
});

const scalarOf = (value: string | bigint | null): Scalar => {
  if (value === null) return null;
  return typeof value === 'string' ? textOf(value) : Number(value);
};

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

const conditionsSql = (stretch: Stretch): Readonly<{ where: string; bindings: readonly Binding[] }> => {
  const bindings: Binding[] = [];
  const bind = (value: Scalar): string => {
    bindings.push(storedValue(value));
    return '?';
  };
  const conditions = stretch.map((condition) => conditionSql(condition, bind));
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', bindings };
};

const conditionSql = (condition: Condition, bind: (value: Scalar) => string): string => {
  if ('key' in condition) return `_key ${OPERATORS[condition.key]} ${bind(condition.value)}`;
  const column = quoted(condition.column);
  switch (condition.op) {
    case 'is':
      return condition.value === null ? `${column} IS NULL` : `${column} = ${bind(condition.value)}`;
    case 'notNull':
      return `${column} IS NOT NULL`;
    case 'anyOf': {
      const values = condition.values.filter((value) => value !== null);
      const among = `${column} IN (${values.map(bind).join()})`;
      return values.length < condition.values.length ? `(${column} IS NULL OR ${among})` : among;
    }
    default:
      return `${column} ${OPERATORS[condition.op]} ${bind(condition.value)}`;
  }
};
