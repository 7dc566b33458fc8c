import type { Collection, Filter, Sort } from 'mongodb';
import { checkSpec, requireWritingOrder } from '../collection-shape.js';
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
import type { InOrder } from './causal-order.js';
import { entryOf, type StoredDocument } from './stored-document.js';

const KEYS_PER_QUERY = 1_000;

/** Reads one collection of MongoDB. */
export class MongoCollection<Doc extends object> implements ReadCollection<Doc> {
  readonly name: string;

  constructor(
    private readonly documents: Collection<StoredDocument>,
    private readonly inOrder: InOrder,
    private readonly spec: AnyCollectionSpec,
  ) {
    checkSpec(spec);
    this.name = spec.name;
  }

  async get(key: string): Promise<Entry<Doc> | null> {
    return (await this.getMany([key])).get(key) ?? null;
  }

  async getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Entry<Doc>>> {
    const found = new Map<string, Entry<Doc>>();
    for (let at = 0; at < keys.length; at += KEYS_PER_QUERY) {
      const filter = { _id: { $in: keys.slice(at, at + KEYS_PER_QUERY) }, ...ALIVE };
      const documents = await this.inOrder((session) => this.documents.find(filter, { session }).toArray());
      for (const document of documents) found.set(document._id, entryOf<Doc>(document));
    }
    return found;
  }

  async scan(range: Range, { limit, cursor, descending = false }: PageOptions): Promise<Page<Doc>> {
    const { spec } = this;
    const plan = planRange(spec, range);
    const place = placeOf(spec, range, plan, descending, cursor);
    const sort = Object.fromEntries([...plan.index, '_id'].map((column) => [column, descending ? -1 : 1] as const));
    const entries: Entry<Doc>[] = [];
    for (const stretch of stretchesBehind(plan, place, descending)) {
      // One more than asked for tells whether there is a next page.
      const missing = limit + 1 - entries.length;
      if (missing <= 0) break;
      const filter = this.filterOf(stretch);
      const found = await this.inOrder((session) =>
        this.documents.find(filter, { session }).sort(sort).limit(missing).toArray(),
      );
      for (const document of found) entries.push(entryOf<Doc>(document));
    }
    const page = entries.slice(0, limit);
    const last = page.at(-1);
    const next = entries.length > limit && last ? cursorBehind(spec, range, plan, descending, last) : null;
    return { entries: page, next };
  }

  async writtenAfter({ position, key }: WritingPlace, limit: number): Promise<readonly Entry<Doc>[]> {
    requireWritingOrder(this.spec);
    const later = { _position: { $gt: position } };
    const behind = key === undefined ? later : { $or: [later, { _position: position, _id: { $gt: key } }] };
    const filter = { ...behind, ...ALIVE } as Filter<StoredDocument>;
    const found = await this.inOrder((session) =>
      this.documents.find(filter, { session }).sort({ _position: 1, _id: 1 }).limit(limit).toArray(),
    );
    return found.map((document) => entryOf<Doc>(document));
  }

  async find(ranges: readonly Range[], options: FindOptions<Doc>): Promise<readonly Entry<Doc>[]> {
    const { orderBy, descending = false, limit } = options;
    const union = this.unionOf(ranges);
    if (union === null || limit <= 0) return [];
    const direction = descending ? -1 : 1;
    const sort = orderBy === undefined ? {} : { [orderBy]: direction, _id: direction };
    const documents = await this.inOrder((session) =>
      this.documents
        .find(union, { session })
        .sort(sort as Sort)
        .limit(limit)
        .toArray(),
    );
    return documents.map((document) => entryOf<Doc>(document));
  }

  async sum(
    ranges: readonly Range[],
    { groupBy, sums }: Readonly<{ groupBy: readonly string[]; sums: readonly string[] }>,
  ): Promise<readonly SumRow[]> {
    const union = this.unionOf(ranges);
    if (union === null) return [];
    const groups = groupBy.map((column, at) => [`g${at}`, { $ifNull: [`$${column}`, null] }] as const);
    const totals = sums.map((column, at) => [`s${at}`, { $sum: `$${column}` }] as const);
    const pipeline = [
      { $match: union },
      {
        $group: {
          _id: groups.length > 0 ? Object.fromEntries(groups) : null,
          count: { $sum: 1 },
          ...Object.fromEntries(totals),
        },
      },
    ];
    const rows = await this.inOrder((session) => this.documents.aggregate<GroupRow>(pipeline, { session }).toArray());
    return rows.map((row) => ({
      group: groups.map(([name]) => scalarOf(row._id?.[name] ?? null)),
      count: Number(row.count),
      sums: totals.map(([name]) => Number(row[name])),
    }));
  }

  /** What lies in any of the ranges; null when nothing can. */
  private unionOf(ranges: readonly Range[]): Filter<StoredDocument> | null {
    const plans = ranges.map((range): RangePlan => planRange(this.spec, range));
    const matches = plans.flatMap((plan) => stretchesBehind(plan, null, false)).map((each) => this.filterOf(each));
    const [first] = matches;
    if (!first) return null;
    return matches.length === 1 ? first : { $or: matches };
  }

  private filterOf(stretch: Stretch): Filter<StoredDocument> {
    return { $and: [...stretch.map((condition) => this.conditionOf(condition)), ALIVE] };
  }

  private conditionOf(condition: Condition): Filter<StoredDocument> {
    if ('key' in condition) return { _id: { [`$${condition.key}`]: condition.value } } as Filter<StoredDocument>;
    const { column } = condition;
    switch (condition.op) {
      case 'is':
        return { [column]: condition.value };
      case 'notNull':
        // A bound of the column's type is a stretch of the index; "not null" would be two.
        return { [column]: { $gte: this.spec.columns[column] === 'text' ? '' : Number.NEGATIVE_INFINITY } };
      case 'anyOf':
        return { [column]: { $in: condition.values } };
      default:
        return { [column]: { [`$${condition.op}`]: condition.value } };
    }
  }
}

type GroupRow = Readonly<{ _id: Readonly<Record<string, Stored>> | null; count: number | bigint }> &
  Readonly<Record<string, unknown>>;
type Stored = string | number | bigint | null;

/** What is no tombstone. */
const ALIVE = { _deleted: { $exists: false } } as const;

const scalarOf = (value: Stored): Scalar => (typeof value === 'bigint' ? Number(value) : value);
