import type { Money } from '#kernel/money.js';
import { type MeasureName, measureOf, type Sums } from '../domain/measures.js';
import { type ReportName, reports } from '../domain/reports.js';
import type { Comparison } from './compared-period.js';
import type { NameOf } from './group-names.js';
import { GroupSums } from './report-sums.js';

/** By measure. Amounts are money; null: it cannot be told. */
export type Values = Readonly<Partial<Record<MeasureName, number | Money | null>>>;

type Figures = Readonly<{
  values: Values;
  previous?: Values;
  lastYear?: Values;
  /** Where the deals behind it are listed. */
  deals: string;
}>;

/** A second group within a group; `second` null: what is in none; `name` as that of a row. */
export type InnerRow = Figures & Readonly<{ second: string | null; name: string | null }>;

export type ReportRow = Figures &
  Readonly<{
    /** Null: what is in no group. */
    group: string | null;
    /** What the record is called that the group is named by; null: it has no other name. */
    name: string | null;
    /** The group told apart once more, if a second one is asked for: amounts add up to those of the row. */
    within?: readonly InnerRow[];
  }>;

/** The sums of a period, with the quotas of the groups. */
export type Sheet = Readonly<{ sums: GroupSums; quotaOf: (path: Path) => number | null; names: readonly string[] }>;

/** Names of a group and of the one within it; none: all. */
export type Path = readonly (string | null)[];

/** The period that is asked about, and those beside it. */
type Sheets = Readonly<{ own: Sheet; beside: readonly (readonly [Comparison, Sheet])[] }>;

/** Rows of a report, the largest by its first measure first. */
export class ReportRows {
  constructor(
    private readonly report: ReportName,
    private readonly currency: string,
    private readonly sheets: Sheets,
    private readonly dealsOf: (path: Path) => string,
    /** Of the groups, and of those within them. */
    private readonly namesOf: Readonly<{ group: NameOf; second: NameOf }>,
  ) {}

  total(): ReportRow {
    return { group: null, name: null, ...this.figures([]) };
  }

  rows(isTwofold: boolean): readonly ReportRow[] {
    return this.namesIn([]).map((group) => ({
      group,
      name: group && this.namesOf.group(group),
      ...this.figures([group]),
      ...(isTwofold && {
        within: this.namesIn([group]).map((second) => ({
          second,
          name: second && this.namesOf.second(second),
          ...this.figures([group, second]),
        })),
      }),
    }));
  }

  private namesIn(path: Path): readonly (string | null)[] {
    const { own, beside } = this.sheets;
    const sheets = [own, ...beside.map(([, sheet]) => sheet)];
    const names = new Set(
      sheets.flatMap((sheet) => [
        ...(groupIn(sheet, path)?.within.keys() ?? []),
        ...(path.length === 0 ? sheet.names : []),
      ]),
    );
    const [first] = reports[this.report].measures;
    const sizeOf = (name: string | null): number => {
      if (first === undefined || groupIn(own, [...path, name]) === undefined) return -1;
      return measureOf(first).of(sumsIn(own, [...path, name])) ?? -1;
    };
    return [...names]
      .map((name) => ({ name, size: sizeOf(name) }))
      .sort((a, b) => b.size - a.size || compareNames(a.name, b.name))
      .map(({ name }) => name);
  }

  private figures(path: Path): Figures {
    const { own, beside } = this.sheets;
    return {
      values: this.values(sumsIn(own, path)),
      ...Object.fromEntries(beside.map(([comparison, sheet]) => [comparison, this.values(sumsIn(sheet, path))])),
      deals: this.dealsOf(path),
    };
  }

  private values(sums: Sums): Values {
    return Object.fromEntries(
      reports[this.report].measures.map((name) => {
        const { kind, of } = measureOf(name);
        const value = of(sums);
        const isMoney = kind === 'money' || kind === 'moneyPerDay';
        return [name, isMoney && value !== null ? { amount: value, currency: this.currency } : value];
      }),
    );
  }
}

const groupIn = ({ sums }: Sheet, path: Path): GroupSums | undefined =>
  path.reduce<GroupSums | undefined>((group, name) => group?.within.get(name), sums);

const sumsIn = (sheet: Sheet, path: Path): Sums => (groupIn(sheet, path) ?? new GroupSums()).with(sheet.quotaOf(path));

const compareNames = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
};
