import { type CalendarDate, millisecondsOf } from '#kernel/instant.js';
import { type DealHistory, type KeptSpan } from '../deal-history/deal-history.projection.js';
import { statesOf } from '../deal-history/version-chain.js';
import type { CreditShare, DealLine } from '../domain/deal.events.js';
import type { Deal } from '../domain/deal.state.js';
import { Dictionary } from './dictionary.js';
import { dayOf, IntervalsByDay, PointsByDay } from './intervals-by-day.js';

/** Later than any instant: the largest date of ECMAScript, in milliseconds. */
const FOREVER = 8.64e15;
/** In a column of days: none. */
export const NO_DAY = -(2 ** 31);
/** In the place of a row: none. */
export const NO_ROW = -1;
const FIRST_CAPACITY = 1_024;

export const STATUSES = ['Open', 'Won', 'Lost'] as const satisfies readonly Deal['status'][];

/** Columns of texts, as numbers of a dictionary. */
export const TEXT_COLUMNS = [
  'dealId',
  'processId',
  'stage',
  'ownerId',
  'customerId',
  'category',
  'currency',
  'lostReason',
  'competitor',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Columns of calendar days, as days since 1970. */
export const DAY_COLUMNS = ['expectedCloseOn', 'signedOn'] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];

const NUMBERS = ['amount', 'openedAt', 'closedAt', 'validFrom', 'validTo', 'knownFrom', 'knownTo'] as const;
const INTEGERS = [...TEXT_COLUMNS, ...DAY_COLUMNS, 'revision', 'status'] as const;

/** A share of a deal, with the number of its rep in the dictionary of owners. */
export type CodedShare = CreditShare & Readonly<{ code: number }>;

/** How a what-if tells stages and owners. */
export type Retelling = Readonly<{
  stageOf: (processId: string, stage: string) => string;
  ownerOf: (ownerId: string | null, customerId: string) => string | null;
}>;

/** Above any number of texts. */
const PAIR = 2 ** 26;

type Version = DealHistory['versions']['latest'];

/**
 * The spans of all deals in columns, in memory. Each row held from `validFrom` until before `validTo`, as was known from
 * `knownFrom` until before `knownTo` (milliseconds since 1970; FOREVER for no end). Rows of open deals are found by what
 * held at an instant: those of current knowledge by valid time, superseded ones by known time, so that a question costs
 * by what was open around then, never by the length of history. Closed ones are found by when they closed.
 */
export class SpanTable {
  readonly texts: Readonly<Record<TextColumn, Dictionary>>;
  readonly products = new Dictionary();
  readonly models = new Dictionary();
  /** By row. */
  readonly integers: Record<(typeof INTEGERS)[number], Int32Array>;
  readonly numbers: Record<(typeof NUMBERS)[number], Float64Array>;
  readonly lines: (readonly DealLine[])[] = [];
  /** Of rows whose deal is split, which are few: who has which share. */
  readonly splits = new Map<number, readonly CodedShare[]>();

  private readonly openByValidity = new IntervalsByDay();
  private readonly openByKnowledge = new IntervalsByDay();
  private readonly wonByDay = new PointsByDay();
  private readonly lostByDay = new PointsByDay();
  private readonly begunByDay = new PointsByDay();
  /** By number of the deal, the row of each of its spans. */
  private readonly rowsOfDeals: number[][] = [];
  private readonly free: number[] = [];
  private size = 0;

  constructor() {
    const dictionaries = TEXT_COLUMNS.map((column) => [column, new Dictionary()] as const);
    this.texts = Object.fromEntries(dictionaries) as Record<TextColumn, Dictionary>;
    const integers = INTEGERS.map((column) => [column, new Int32Array(FIRST_CAPACITY)] as const);
    this.integers = Object.fromEntries(integers) as Record<(typeof INTEGERS)[number], Int32Array>;
    const numbers = NUMBERS.map((column) => [column, new Float64Array(FIRST_CAPACITY)] as const);
    this.numbers = Object.fromEntries(numbers) as Record<(typeof NUMBERS)[number], Float64Array>;
  }

  /** Above the number of any deal. */
  get deals(): number {
    return this.rowsOfDeals.length;
  }

  /** Number of rows in use. */
  get rows(): number {
    return this.size - this.free.length;
  }

  /** The earliest day on which a deal of any status was there, as days since 1970; null: there is none. */
  get firstDay(): number | null {
    return this.begunByDay.firstDay;
  }

  /** Takes the spans of a deal in the place of those it had. */
  put({ dealId, versions, spans }: Pick<DealHistory, 'dealId' | 'versions' | 'spans'>): void {
    const states = statesOf(versions);
    const deal = this.texts.dealId.code(dealId);
    const rows = this.rowsOfDeals[deal] ?? [];
    this.rowsOfDeals[deal] = rows;
    for (let place = 0; place < Math.max(spans.length, rows.length); place += 1) {
      const span = spans[place];
      const row = rows[place] ?? NO_ROW;
      const state = span && (states[span[0]] as Version);
      if (span !== undefined && state !== undefined && row !== NO_ROW && this.isSame(row, state, span)) continue;
      if (row !== NO_ROW) this.unlist(row);
      if (span === undefined || state === undefined) {
        this.free.push(row);
        continue;
      }
      const taken = row === NO_ROW ? this.newRow() : row;
      rows[place] = taken;
      this.write(taken, deal, state, span);
      this.list(taken);
    }
    rows.length = spans.length;
  }

  /**
   * The same rows, with stages and owners told otherwise: for a what-if. It costs by the length of history, some
   * nanoseconds a row, and is good until the table changes.
   */
  retold({ stageOf, ownerOf }: Retelling): SpanTable {
    const retoldPairs = (
      columns: readonly [TextColumn, TextColumn],
      target: TextColumn,
      tell: (first: string | null, second: string | null) => string | null,
    ): Int32Array => {
      const known = new Map<number, number>();
      const told = new Int32Array(this.size);
      const [first, second] = columns;
      for (let row = 0; row < this.size; row += 1) {
        const codes = [this.integers[first][row] as number, this.integers[second][row] as number] as const;
        const pair = codes[0] * PAIR + codes[1];
        let code = known.get(pair);
        if (code === undefined) {
          code = this.texts[target].code(tell(this.texts[first].text(codes[0]), this.texts[second].text(codes[1])));
          known.set(pair, code);
        }
        told[row] = code;
      }
      return told;
    };
    const integers = {
      ...this.integers,
      stage: retoldPairs(['processId', 'stage'], 'stage', (process, of) => stageOf(process ?? '', of ?? '')),
      ownerId: retoldPairs(['ownerId', 'customerId'], 'ownerId', (owner, customer) => ownerOf(owner, customer ?? '')),
    };
    const splits = new Map<number, readonly CodedShare[]>();
    for (const [row, shares] of this.splits) {
      const customerId = this.texts.customerId.text(this.integers.customerId[row] as number) ?? '';
      const told = shares.map((share) => ({
        ...share,
        code: this.texts.ownerId.code(ownerOf(share.repId, customerId)),
      }));
      splits.set(row, told);
    }
    return Object.create(this, { integers: { value: integers }, splits: { value: splits } }) as SpanTable;
  }

  /** Whether the row held at `asOf` as known at `knownAt`. */
  held(row: number, asOf: number, knownAt: number): boolean {
    const { validFrom, validTo, knownFrom, knownTo } = this.numbers;
    return (
      (validFrom[row] as number) <= asOf &&
      asOf < (validTo[row] as number) &&
      (knownFrom[row] as number) <= knownAt &&
      knownAt < (knownTo[row] as number)
    );
  }

  /** Visits the rows of deals that were open at `asOf` as known at `knownAt`, each once. */
  open(asOf: number, knownAt: number, visit: (row: number) => void): void {
    const visitHeld = (row: number): void => {
      if (this.held(row, asOf, knownAt)) visit(row);
    };
    this.openByValidity.around(asOf, visitHeld);
    this.openByKnowledge.around(knownAt, visitHeld);
  }

  /** The row of the deal that held at `asOf` as known at `knownAt`; NO_ROW when there was no such deal. */
  rowAt(deal: number, asOf: number, knownAt: number): number {
    return this.rowsOfDeals[deal]?.find((row) => this.held(row, asOf, knownAt)) ?? NO_ROW;
  }

  /** Visits the rows of won deals that held then, signed from the day `from` to the day `to`, both included. */
  won(asOf: number, knownAt: number, from: number, to: number, visit: (row: number) => void): void {
    this.wonByDay.between(from, to, (row) => {
      if (this.held(row, asOf, knownAt)) visit(row);
    });
  }

  /** Visits the rows of lost deals that held then, lost from `from` on, before `to`, in milliseconds since 1970. */
  lost(asOf: number, knownAt: number, from: number, to: number, visit: (row: number) => void): void {
    const { closedAt } = this.numbers;
    this.lostByDay.between(dayOf(from), dayOf(to), (row) => {
      const closed = closedAt[row] as number;
      if (from <= closed && closed < to && this.held(row, asOf, knownAt)) visit(row);
    });
  }

  /** Visits the rows known at `knownAt` that began to hold after `from`, until `to`, in milliseconds since 1970. */
  begun(from: number, to: number, knownAt: number, visit: (row: number) => void): void {
    const { validFrom, knownFrom, knownTo } = this.numbers;
    this.begunByDay.between(dayOf(from), dayOf(to), (row) => {
      const began = validFrom[row] as number;
      if (from < began && began <= to && (knownFrom[row] as number) <= knownAt && knownAt < (knownTo[row] as number)) {
        visit(row);
      }
    });
  }

  /**
   * Visits the rows of each deal that are known at `knownAt` and began by `asOf`, deal by deal, oldest first. With them
   * come those without a duration, which hold at no instant: what a deal went through.
   * @param touches only deals of which it is true for some row, known or not
   */
  ofDeals(
    asOf: number,
    knownAt: number,
    touches: ((row: number) => boolean) | null,
    visit: (rows: readonly number[]) => void,
  ): void {
    const { validFrom, knownFrom, knownTo } = this.numbers;
    const { revision } = this.integers;
    // Of those that began at the same instant only one lasted, the last one.
    const oldestFirst = (a: number, b: number): number =>
      (validFrom[a] as number) - (validFrom[b] as number) ||
      Number(this.hasDuration(a)) - Number(this.hasDuration(b)) ||
      (revision[a] as number) - (revision[b] as number);
    for (const rows of this.rowsOfDeals) {
      // Numbers of deals begin with 1.
      if (rows === undefined || (touches !== null && !rows.some(touches))) continue;
      const known: number[] = [];
      let isInOrder = true;
      for (const row of rows) {
        if ((validFrom[row] as number) > asOf) continue;
        if (knownAt < (knownFrom[row] as number) || (knownTo[row] as number) <= knownAt) continue;
        isInOrder &&= known.length === 0 || oldestFirst(known.at(-1) as number, row) <= 0;
        known.push(row);
      }
      if (known.length > 0) visit(isInOrder ? known : known.sort(oldestFirst));
    }
  }

  /**
   * Visits the rows, whenever they held, of open deals that were expected to close and of won ones that were signed from
   * the day `from` on, before the day `to`. It costs by the length of history.
   */
  closing(from: number, to: number, visit: (row: number) => void): void {
    const { status, expectedCloseOn, signedOn } = this.integers;
    const [open, won] = [STATUSES.indexOf('Open'), STATUSES.indexOf('Won')];
    for (const rows of this.rowsOfDeals) {
      // Numbers of deals begin with 1.
      if (rows === undefined) continue;
      for (const row of rows) {
        const date = status[row] === open ? expectedCloseOn[row] : status[row] === won ? signedOn[row] : undefined;
        if (date !== undefined && date >= from && date < to) visit(row);
      }
    }
  }

  private isSame(row: number, state: Version, [, validFrom, validTo, knownFrom, knownTo]: KeptSpan): boolean {
    const { numbers, integers } = this;
    return (
      integers.revision[row] === state.revision &&
      numbers.validFrom[row] === validFrom &&
      numbers.validTo[row] === (validTo ?? FOREVER) &&
      numbers.knownFrom[row] === knownFrom &&
      numbers.knownTo[row] === (knownTo ?? FOREVER) &&
      // What was said of somebody may be erased, without any other difference.
      integers.lostReason[row] === this.texts.lostReason.code(state.lostReason)
    );
  }

  private newRow(): number {
    const freed = this.free.pop();
    if (freed !== undefined) return freed;
    if (this.size === this.integers.revision.length) this.grow();
    this.size += 1;
    return this.size - 1;
  }

  private grow(): void {
    for (const column of INTEGERS) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.integers[column]);
      this.integers[column] = larger;
    }
    for (const column of NUMBERS) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.numbers[column]);
      this.numbers[column] = larger;
    }
  }

  private write(row: number, deal: number, state: Version, span: KeptSpan): void {
    const { integers, numbers, texts } = this;
    const [, validFrom, validTo, knownFrom, knownTo] = span;
    integers.dealId[row] = deal;
    integers.processId[row] = texts.processId.code(state.processId);
    integers.stage[row] = texts.stage.code(state.stage);
    integers.ownerId[row] = texts.ownerId.code(state.ownerId);
    integers.customerId[row] = texts.customerId.code(state.customerId);
    integers.category[row] = texts.category.code(state.forecastCategory);
    integers.currency[row] = texts.currency.code(state.amount.currency);
    integers.lostReason[row] = texts.lostReason.code(state.lostReason);
    integers.competitor[row] = texts.competitor.code(state.competitor);
    integers.expectedCloseOn[row] = dayNumberOf(state.expectedCloseOn);
    integers.signedOn[row] = dayNumberOf(state.signedOn);
    integers.revision[row] = state.revision;
    integers.status[row] = STATUSES.indexOf(state.status);
    numbers.amount[row] = state.amount.amount;
    numbers.openedAt[row] = millisecondsOf(state.openedAt);
    numbers.closedAt[row] = state.closedAt === null ? FOREVER : millisecondsOf(state.closedAt);
    numbers.validFrom[row] = validFrom;
    numbers.validTo[row] = validTo ?? FOREVER;
    numbers.knownFrom[row] = knownFrom;
    numbers.knownTo[row] = knownTo ?? FOREVER;
    this.lines[row] = state.lines;
    if (state.split === null) this.splits.delete(row);
    else
      this.splits.set(
        row,
        state.split.map((share) => ({ ...share, code: texts.ownerId.code(share.repId) })),
      );
  }

  /** Among what is found by time, unless it has no duration and so holds at no instant. */
  private list(row: number): void {
    if (!this.hasDuration(row)) return;
    const { index, from, to } = this.placeOf(row);
    if (index instanceof IntervalsByDay) index.add(row, from, to);
    else index.add(row, from);
    this.begunByDay.add(row, dayOf(this.numbers.validFrom[row] as number));
  }

  private unlist(row: number): void {
    if (!this.hasDuration(row)) return;
    const { index, from, to } = this.placeOf(row);
    if (index instanceof IntervalsByDay) index.remove(row, from, to);
    else index.remove(row, from);
    this.begunByDay.remove(row, dayOf(this.numbers.validFrom[row] as number));
  }

  private hasDuration(row: number): boolean {
    return (this.numbers.validFrom[row] as number) < (this.numbers.validTo[row] as number);
  }

  private placeOf(row: number): Readonly<{ index: IntervalsByDay | PointsByDay; from: number; to: number }> {
    const { numbers, integers } = this;
    const status = STATUSES[integers.status[row] as number];
    if (status === 'Won') return { index: this.wonByDay, from: integers.signedOn[row] as number, to: 0 };
    if (status === 'Lost') return { index: this.lostByDay, from: dayOf(numbers.closedAt[row] as number), to: 0 };
    const knownTo = numbers.knownTo[row] as number;
    if (knownTo !== FOREVER) {
      return { index: this.openByKnowledge, from: numbers.knownFrom[row] as number, to: knownTo };
    }
    const [from, to] = [numbers.validFrom[row] as number, numbers.validTo[row] as number];
    return { index: this.openByValidity, from, to };
  }
}

/** Days since 1970-01-01. */
export const dayNumberOf = (date: CalendarDate | null): number => (date === null ? NO_DAY : dayOf(Date.parse(date)));

const dates = new Map<number, CalendarDate>();

/** The calendar day of a number of days since 1970-01-01; null for NO_DAY. */
export const dateOfDay = (day: number): CalendarDate | null => {
  if (day === NO_DAY) return null;
  // There are few days, and many rows of each.
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
};
