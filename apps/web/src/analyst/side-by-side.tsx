import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '../api/analyst.js';
import { useCompany } from '../api/company.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';

type Beside = Readonly<{ head: string; column: string; isCount?: boolean }>;

type SideBySideProps = Readonly<{
  title: string;
  /** What the rows are. */
  head: string;
  rows: readonly ResultRow[];
  nameOf: (row: ResultRow) => string;
  /** Other columns of the answer, ahead of what is weighted: amounts, or counts. */
  beside: readonly Beside[];
}>;

const figure = (row: ResultRow, column: string): number => Number(row[column] ?? 0);

const UPRIGHT_LABELS = 5;

/** What was weighted and what would have been, row by row. */
export const SideBySide = ({ title, head, rows, nameOf, beside }: SideBySideProps) => {
  const { t } = useTranslation('whatIf');
  const { currency } = useCompany();
  const { money, shortMoney, major, count } = useFormats();
  const colours = useChartColours();
  const option = useMemo(() => {
    const say = (value: number): string => shortMoney({ amount: value, currency });
    const bars = (column: string, name: string, color: string | undefined) => ({
      ...{ name, type: 'bar', barMaxWidth: 40, itemStyle: { color } },
      data: rows.map((row) => figure(row, column)),
    });
    const rotate = rows.length > UPRIGHT_LABELS ? 30 : 0;
    return {
      xAxis: { type: 'category', data: rows.map(nameOf), axisLabel: { interval: 0, rotate } },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: say },
      series: [
        bars('weightedWas', t('weightedWas'), colours[3]),
        bars('weightedWhatIf', t('weightedWhatIf'), colours[0]),
      ],
    };
  }, [rows, nameOf, colours, currency, shortMoney, t]);
  const cell = (row: ResultRow, column: string, isCount = false): Cell => {
    const value = figure(row, column);
    const amount = { amount: value, currency };
    return isCount ? { text: count(value), value } : { text: money(amount), value: major(amount) };
  };
  return (
    <Chart
      title={title}
      columns={[
        head,
        ...beside.map((column) => column.head),
        ...[t('weightedWas'), t('weightedWhatIf'), t('difference')],
      ]}
      rows={rows.map((row) => [
        { text: nameOf(row), value: nameOf(row) },
        ...beside.map(({ column, isCount }) => cell(row, column, isCount)),
        ...['weightedWas', 'weightedWhatIf', 'weightedDifference'].map((column) => cell(row, column)),
      ])}
      option={option}
    />
  );
};
