import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { DealGroupFilter } from '#forecasting/deal-groups.contract.js';
import { badInput } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { ReadModels } from '#projections/read-models.js';
import { type MeasureKind, type MeasureName, measureOf } from '../domain/measures.js';
import { type ReportName, reports } from '../domain/reports.js';
import { type Comparison, comparedPeriod } from './compared-period.js';
import type { ReportGroup, SecondGroup } from './report-groups.js';
import { reportInstant } from './report-instant.js';
import { ReportReader } from './report-reader.js';
import { type Path, type ReportRow, ReportRows, type Sheet } from './report-rows.js';
import { GroupSums } from './report-sums.js';

export type Report = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  report: ReportName;
  /** Null: all time. */
  period: string | null;
  group: ReportGroup;
  /** Null: rows are not told apart further. */
  second: SecondGroup | null;
  measures: readonly Readonly<{ name: MeasureName; kind: MeasureKind; formula: string }>[];
  /** Each deal once, in however many groups it is. */
  total: ReportRow;
  rows: readonly ReportRow[];
}>;

/** What is asked for; null: as the report has it, all time. `second`: a group within the group, if any. */
export type ReportDefinition = Readonly<{
  report: ReportName;
  period: Period | null;
  group: ReportGroup | null;
  second?: SecondGroup | null;
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

/** The figures of a report by one or two groups, beside those of other periods, each with where its deals are. */
@QueryHandler(ReportQuery)
export class ReportHandler implements IQueryHandler<ReportQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemException (400) for a comparison without a period, or a period that the calendar does not have */
  async execute({ definition, at }: ReportQuery): Promise<Report> {
    const { report, period, second = null, compare } = definition;
    if (period === null && compare.length > 0) {
      throw badInput([{ path: 'compare', message: 'takes a period that others can be compared with' }]);
    }
    const reader = this.reader(at);
    const position = await reader.reach();
    const group = definition.group ?? (reports[report].group as ReportGroup);
    const company = await reader.company();
    const own = await this.sheet({ ...definition, group }, reportInstant(report, period, company, at));
    const beside: (readonly [Comparison, Sheet])[] = [];
    for (const comparison of compare) {
      const other = period && comparedPeriod(comparison, period, company.calendar);
      const otherAt = reportInstant(report, other, company, at, period);
      beside.push([comparison, await this.sheet({ ...definition, group, period: other }, otherAt)]);
    }
    const dealsOf = dealsAddresses({ ...definition, group }, at);
    const namesOf = { group: await reader.names(group), second: await reader.names(second ?? 'none') };
    const rows = new ReportRows(report, this.settings.currency, { own, beside }, dealsOf, namesOf);
    return readAnswer(at, position, {
      report,
      period: period && formatPeriod(period),
      group,
      second,
      measures: reports[report].measures.map((name) => {
        const { kind, formula } = measureOf(name);
        return { name, kind, formula };
      }),
      total: rows.total(),
      rows: rows.rows(second !== null),
    });
  }

  private async sheet(asked: ReportDefinition & Readonly<{ group: ReportGroup }>, at: ReadAt): Promise<Sheet> {
    const { bases, measures } = reports[asked.report];
    const reader = this.reader(at);
    const quotas = measures.includes('quota') ? await reader.quotas(asked) : null;
    const sums = new GroupSums();
    const { second = null } = asked;
    await reader.visit({ ...asked, bases, second }, (counted) => sums.add(counted, second === null ? 1 : 2));
    const quotaOf = ([name, ...inner]: Path): number | null => {
      if (name === undefined) return quotas?.total ?? null;
      return inner.length > 0 ? null : (quotas?.byGroup.get(name ?? '') ?? null);
    };
    return { sums, quotaOf, names: [...(quotas?.byGroup.keys() ?? [])] };
  }

  private reader(at: ReadAt): ReportReader {
    const { readModels, figures, settings } = this;
    return new ReportReader({ readModels, figures, settings }, at);
  }
}

/** Tells where the deals behind a row are listed. What many rows share of their addresses is written once. */
const dealsAddresses = (
  { report, period, group, second = null, filter }: ReportDefinition & Readonly<{ group: ReportGroup }>,
  { asOf, knownAt }: ReadAt,
): ((path: Path) => string) => {
  const written = (parameters: Readonly<Record<string, string>>): string => String(new URLSearchParams(parameters));
  const start = written({ ...(period !== null && { period: formatPeriod(period) }), ...filter });
  const end = written({ asOf, knownAt });
  const ofGroup = onceForEach((name) => written({ group, ...(name === null ? { ungrouped: 'true' } : { of: name }) }));
  const ofSecond = onceForEach((name) =>
    written({ second: String(second), ...(name === null ? { secondUngrouped: 'true' } : { ofSecond: name }) }),
  );
  return ([name, inner]) => {
    const parts = [start];
    if (name !== undefined && group !== 'none') parts.push(ofGroup(name));
    if (inner !== undefined && second !== null) parts.push(ofSecond(inner));
    return `/api/reports/${report}/deals?${[...parts, end].filter((part) => part !== '').join('&')}`;
  };
};

const onceForEach = (of: (name: string | null) => string): ((name: string | null) => string) => {
  const known = new Map<string | null, string>();
  return (name) => {
    const text = known.get(name) ?? of(name);
    known.set(name, text);
    return text;
  };
};
