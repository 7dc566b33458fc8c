import {
  COMPARISONS,
  type Comparison,
  type Figure,
  type Measure,
  type Report,
  type ReportRow,
} from '../api/reports.js';

/** One row of bars: a figure of each group. */
export type Series = Readonly<{ name: string; stack?: string; figures: readonly (Figure | undefined)[] }>;

type Asked = Readonly<{
  report: Report;
  rows: readonly ReportRow[];
  measure: Measure;
  innerNameOf: (second: string | null) => string;
  comparisonName: (comparison: 'current' | Comparison) => string;
}>;

/** So many groups within the groups are told apart by their colours. */
const MOST_SERIES = 6;

/** Amounts and counts of the groups within a group make up its own; rates and means do not. */
const isAdditive = ({ name }: Measure): boolean =>
  /(Amount|Deals|Quantity|Times)$/.test(name) && !name.startsWith('average');

/** The bars of a report: the groups within each group where there are any, else the periods that it is compared with. */
export const chartSeries = (asked: Asked): readonly Series[] =>
  asked.report.second === null ? periods(asked) : within(asked);

const periods = ({ report, rows, measure: { name }, comparisonName }: Asked): readonly Series[] => [
  { name: comparisonName('current'), figures: rows.map(({ values }) => values[name]) },
  ...COMPARISONS.filter((comparison) => report.total[comparison] !== undefined).map((comparison) => ({
    name: comparisonName(comparison),
    figures: rows.map((row) => row[comparison]?.[name]),
  })),
];

const within = ({ rows, measure, innerNameOf }: Asked): readonly Series[] => {
  const seen = new Map<string | null, number>();
  for (const { second } of rows.flatMap((row) => row.within ?? [])) seen.set(second, (seen.get(second) ?? 0) + 1);
  const often = [...seen].sort(([, a], [, b]) => b - a).map(([second]) => second);
  return often.slice(0, MOST_SERIES).map((second) => ({
    name: innerNameOf(second),
    ...(isAdditive(measure) && { stack: 'within' }),
    figures: rows.map((row) => row.within?.find((inner) => inner.second === second)?.values[measure.name]),
  }));
};
