import type { RowProblem } from '../rows/row.js';
import { filled, ROW_REMARKS, type RowRemark, rowProblem, type Values } from '../rows/row-faults.js';

/** Rows of the files by what became of them. `repaired` ones are counted as accepted, unchanged or rejected too. */
export type ImportCounts = Readonly<{
  rows: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  repaired: number;
}>;

/** A remark on rows of a file: a repair that was made to them, or what is unusual about them. */
export type Remark = Readonly<{
  file: string;
  column: string | null;
  /** Of `ROW_REMARKS`; `text` has the `values` in it. */
  code: string;
  values: Readonly<Record<string, string>>;
  text: string;
  rows: number;
  lines: readonly number[];
}>;

export type ImportReport = Readonly<{
  counts: ImportCounts;
  /** Facts that the import appended to the log. */
  events: number;
  files: Readonly<Record<string, ImportCounts>>;
  /** Why rows were rejected; a row may have several reasons. */
  rejected: readonly RowProblem[];
  /** Reasons beyond those that `rejected` lists. */
  rejectedUnlisted: number;
  repairs: readonly Remark[];
  notices: readonly Remark[];
}>;

export type RowOutcome = 'accepted' | 'unchanged' | RowProblem;

/** A report lists so many rejected rows, and so many lines of a remark; the rest is only counted. */
const LISTED = 10_000;

type Counting = { -readonly [K in keyof ImportCounts]: ImportCounts[K] };
type Remarks = Map<string, Remark & { rows: number; lines: number[] }>;
type Place = Readonly<{ file: string; line: number }>;

const none = (): Counting => ({ rows: 0, accepted: 0, unchanged: 0, rejected: 0, repaired: 0 });

/** Gathers what becomes of each row while an import runs. */
export class ReportBuilder {
  readonly #files = new Map<string, Counting>();
  readonly #rejected: RowProblem[] = [];
  readonly #repairs: Remarks = new Map();
  readonly #notices: Remarks = new Map();
  #unlisted = 0;
  #events = 0;
  #rows = 0;

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  row(file: string, outcome: RowOutcome): void {
    const counts = this.#counts(file);
    this.#rows += 1;
    counts.rows += 1;
    if (typeof outcome === 'string') {
      counts[outcome] += 1;
      return;
    }
    counts.rejected += 1;
    this.#list([outcome]);
  }

  /** A row that is counted already, of which a later command was refused. */
  rejectedLater(file: string, problem: RowProblem): void {
    this.#counts(file).rejected += 1;
    this.#list([problem]);
  }

  /** A row that is rejected for one or more reasons: each is listed. */
  problems({ file, line }: Place, problems: readonly RowProblem[]): void {
    const [first, ...further] = problems;
    this.row(file, first ?? rowProblem({ file, line }, null, 'Unimportable'));
    this.#list(further);
  }

  appended(events: number): void {
    this.#events += events;
  }

  /** `column` of the row held something that a listed rule replaced. */
  repaired(place: Place, column: string, found: string, meant: string): void {
    remark(this.#repairs, place, column, 'Repaired', { found, meant });
  }

  noticed<Code extends RowRemark>(
    place: Place,
    column: string | null,
    code: Code,
    ...given: Values<(typeof ROW_REMARKS)[Code]>
  ): void {
    const [values = {}]: readonly Readonly<Record<string, string>>[] = given;
    remark(this.#notices, place, column, code, values);
  }

  /** A row was repaired, once however many of its cells were. */
  countRepaired({ file }: Place): void {
    this.#counts(file).repaired += 1;
  }

  build(): ImportReport {
    const counts = none();
    for (const ofFile of this.#files.values()) {
      for (const [key, value] of Object.entries(ofFile)) counts[key as keyof ImportCounts] += value;
    }
    return {
      counts,
      events: this.#events,
      files: Object.fromEntries(this.#files),
      rejected: this.#rejected,
      rejectedUnlisted: this.#unlisted,
      repairs: [...this.#repairs.values()],
      notices: [...this.#notices.values()],
    };
  }

  #list(problems: readonly RowProblem[]): void {
    for (const problem of problems) {
      if (this.#rejected.length < LISTED) this.#rejected.push(problem);
      else this.#unlisted += 1;
    }
  }

  #counts(file: string): Counting {
    let counts = this.#files.get(file);
    if (!counts) {
      counts = none();
      this.#files.set(file, counts);
    }
    return counts;
  }
}

const remark = (
  remarks: Remarks,
  { file, line }: Place,
  column: string | null,
  code: RowRemark,
  values: Readonly<Record<string, string>>,
): void => {
  const text = filled(ROW_REMARKS[code], values);
  const key = JSON.stringify([file, column, text]);
  const known = remarks.get(key) ?? { file, column, code, values, text, rows: 0, lines: [] };
  known.rows += 1;
  if (known.lines.length < LISTED) known.lines.push(line);
  remarks.set(key, known);
};
