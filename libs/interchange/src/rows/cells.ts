import { isCurrency } from '#kernel/currencies.js';
import { isId } from '#kernel/ids.js';
import { type CalendarDate, type Instant, parseDate, parseInstant } from '#kernel/instant.js';
import { isAmount, type Money, parseDecimal } from '#kernel/money.js';
import { plainDecimal } from './plain-decimal.js';
import type { Row, RowProblem } from './row.js';
import { type ROW_FAULTS, type RowFault, rowProblem, type Values } from './row-faults.js';

/** Reads the cells of a row as what they must be, and gathers what is wrong with them. */
export class Cells {
  readonly problems: RowProblem[] = [];

  constructor(readonly row: Row) {}

  text(column: string): string | null {
    return this.row.cells.get(column) ?? null;
  }

  required(column: string): string {
    const value = this.text(column);
    if (value === null) this.wrong(column, 'Missing');
    return value ?? '';
  }

  /** Null when the cell is empty. */
  id(column: string): string | null {
    return this.parsed(column, (text) => (isId(text) ? text : null), 'NoId');
  }

  requiredId(column: string): string {
    this.required(column);
    return this.id(column) ?? '';
  }

  date(column: string): CalendarDate | null {
    return this.parsed(column, parseDate, 'NoDay');
  }

  /** A day stands for its 00:00 UTC. */
  instant(column: string): Instant | null {
    return this.parsed(column, instantFrom, 'NoInstant');
  }

  /** A decimal in major units of the currency that the row names, or else of `currency`, the company's. */
  money(column: string, currency: string): Money | null {
    const named = this.text('currency') ?? currency;
    if (!isCurrency(named)) {
      this.wrong('currency', 'NoCurrency', { found: shown(named) });
      return null;
    }
    const text = this.decimal(column);
    if (text === null) return null;
    const amount = amountFrom(text, named);
    if (amount === null) {
      this.wrong(column, 'NoAmount', { found: this.shown(column), currency: named });
    }
    return amount;
  }

  /**
   * A decimal with a point, however the file writes it. Null: the cell is empty, or wrong. In files with a point alone any
   * text: whether it is a number is for who asks to say.
   */
  decimal(column: string): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const plain = plainDecimal(text, this.row.decimal ?? '.');
    if (plain !== null && plain !== 'unclear') return plain;
    this.wrong(column, plain === null ? 'NoDecimal' : 'UnclearDecimal', { found: shown(text) });
    return null;
  }

  whole(column: string): number | null {
    return this.parsed(column, (text) => (/^\d{1,15}$/.test(text) ? Number(text) : null), 'NoWholeNumber');
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T | null {
    const text = this.text(column);
    const value = values.find((known) => known === text) ?? null;
    if (text !== null && value === null) {
      this.wrong(column, 'NoneOf', { found: shown(text), choices: values.join(', ') });
    }
    return value;
  }

  wrong<Fault extends RowFault>(
    column: string | null,
    fault: Fault,
    ...values: Values<(typeof ROW_FAULTS)[Fault]>
  ): void {
    this.problems.push(rowProblem(this.row, column, fault, ...values));
  }

  /** What the cell holds, for a report. */
  shown(column: string): string {
    return shown(this.text(column) ?? '');
  }

  private parsed<T>(
    column: string,
    parse: (text: string) => T | null,
    otherwise: 'NoId' | 'NoDay' | 'NoInstant' | 'NoWholeNumber',
  ): T | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = parse(text);
    if (value === null) this.wrong(column, otherwise, { found: shown(text) });
    return value;
  }
}

export const instantFrom = (text: string): Instant | null =>
  parseDate(text) === text ? `${text}T00:00:00.000Z` : parseInstant(text);

const amountFrom = (text: string, currency: string): Money | null => {
  const money = parseDecimal(text, currency);
  return money !== null && isAmount(money.amount) ? money : null;
};

/** A report names what it found; whole documents in a cell stay out of it. */
const shown = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
