import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { DealGroupFilter } from '#forecasting/deal-groups.contract.js';
import { badInput } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { ReadModels } from '#projections/read-models.js';
import { type Basis, type MeasureKind, type MeasureName, measureOf, noSums, type Sum } from '../domain/measures.js';
import { type ReportName, reports } from '../domain/reports.js';
import { COMPARISONS, type Comparison, comparedPeriod } from './compared-period.js';
import type { ReportGroup } from './report-groups.js';
import { ReportReader } from './report-reader.js';

/** By measure. Amounts are money; null: it cannot be told. */
export type Values = Readonly<Partial<Record<MeasureName, number | Money | null>>>;

export type ReportRow = Readonly<{
  /** Null: what is in no group. */
  group: string | null;
  values: Values;
  previous?: Values;
  lastYear?: Values;
  /** Where the deals behind it are listed. */
  deals: string;
}>;

export type Report = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  report: ReportName;
  /** Null: all time. */
  period: string | null;
  group: ReportGroup;
  measures: readonly Readonly<{ name: MeasureName; kind: MeasureKind; formula: string }>[];
  /** Each deal once, in however many groups it is. */
  total: ReportRow;
  rows: readonly ReportRow[];
}>;

/** What is asked for; null: as the report has it, all time. */
export type ReportDefinition = Readonly<{
  report: ReportName;
  period: Period | null;
  group: ReportGroup | null;
  filter: DealGroupFilter;
  compare: readonly Comparison[];
}>;

export class ReportQuery extends Query<Report> {
  constructor(
    readonly definition: ReportDefinition,
    readonly at: ReadAt,
  ) {
    super();
  }
}

type Groups = ReadonlyMap<string | null, Record<Basis, Sum>>;

const DAY_MS = 86_400_000;

/** The figures of a report by group, beside those of other periods, each with where its deals are. */
@QueryHandler(ReportQuery)
export class ReportHandler implements IQueryHandler<ReportQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemException (400) for a comparison without a period, or a period that the calendar does not have */
  async execute({ definition, at }: ReportQuery): Promise<Report> {
    const { readModels, figures, settings } = this;
    const { report, period, compare } = definition;
    if (period === null && compare.length > 0) {
      throw badInput([{ path: 'compare', message: 'takes a period that others can be compared with' }]);
    }
    const reader = new ReportReader({ readModels, figures, settings }, at);
    const position = await reader.reach();
    const group = definition.group ?? (reports[report].group as ReportGroup);
    const { calendar } = await reader.company();
    const periods = compare.map(
      (comparison) => [comparison, period && comparedPeriod(comparison, period, calendar)] as const,
    );
    const [rows, totals] = [
      await this.sums(reader, definition, period, group, at),
      await this.sums(reader, definition, period, 'none', at),
    ];
    const others = new Map<Comparison, readonly [Groups, Groups]>();
    for (const [comparison, other] of periods) {
      const [ofRows, ofTotal] = [
        await this.sums(reader, definition, other, group, at),
        await this.sums(reader, definition, other, 'none', at),
      ];
      others.set(comparison, [ofRows, ofTotal]);
    }
    const row = (name: string | null, isTotal: boolean): ReportRow => {
      const beside = COMPARISONS.flatMap((comparison) => {
        const found = others.get(comparison)?.[isTotal ? 1 : 0];
        return found === undefined ? [] : [[comparison, this.values(report, found.get(name))] as const];
      });
      return {
        group: name,
        values: this.values(report, (isTotal ? totals : rows).get(name)),
        ...Object.fromEntries(beside),
        deals: dealsAddress(definition, group, isTotal ? undefined : name, at),
      };
    };
    const names = new Set([...rows.keys(), ...[...others.values()].flatMap(([ofRows]) => [...ofRows.keys()])]);
    const [first] = reports[report].measures;
    const size = (name: string | null): number => {
      const sums = rows.get(name);
      return first === undefined || sums === undefined ? -1 : (measureOf(first).of(sums) ?? -1);
    };
    const sorted = [...names].sort((a, b) => size(b) - size(a) || compareNames(a, b));
    return readAnswer(at, position, {
      report,
      period: period && formatPeriod(period),
      group,
      measures: reports[report].measures.map((name) => {
        const { kind, formula } = measureOf(name);
        return { name, kind, formula };
      }),
      total: row(null, true),
      rows: sorted.map((name) => row(name, false)),
    });
  }

  private async sums(
    reader: ReportReader,
    { report, filter }: ReportDefinition,
    period: Period | null,
    group: ReportGroup,
    at: ReadAt,
  ): Promise<Groups> {
    const groups = new Map<string | null, Record<Basis, Sum>>();
    const now = Date.parse(at.asOf);
    await reader.visit({ bases: reports[report].bases, period, group, filter }, (basis, name, deal) => {
      let sums = groups.get(name);
      if (sums === undefined) {
        sums = noSums();
        groups.set(name, sums);
      }
      const sum = sums[basis];
      sum.deals += 1;
      sum.amount += deal.amount;
      sum.days += ((deal.status === 'Open' ? now : deal.closedAt) - deal.openedAt) / DAY_MS;
      sum.quantity += (deal.line === null ? deal.lines : [deal.line]).reduce((all, { quantity }) => all + quantity, 0);
    });
    return groups;
  }

  private values(report: ReportName, sums: Record<Basis, Sum> = noSums()): Values {
    return Object.fromEntries(
      reports[report].measures.map((name) => {
        const { kind, of } = measureOf(name);
        const value = of(sums);
        const isMoney = kind === 'money' || kind === 'moneyPerDay';
        return [name, isMoney && value !== null ? { amount: value, currency: this.settings.currency } : value];
      }),
    );
  }
}

const compareNames = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
};

const dealsAddress = (
  { report, period, filter }: ReportDefinition,
  group: ReportGroup,
  name: string | null | undefined,
  { asOf, knownAt }: ReadAt,
): string => {
  const query = new URLSearchParams({
    ...(period !== null && { period: formatPeriod(period) }),
    ...filter,
    ...(name !== undefined && group !== 'none' && { group, ...(name === null ? { ungrouped: 'true' } : { of: name }) }),
    asOf,
    knownAt,
  });
  return `/api/reports/${report}/deals?${query}`;
};
