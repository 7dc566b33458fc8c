import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMNS, type Column, type ForecastRow } from '../api/forecasts.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { type Money, useFormats } from '../shared/formats.js';
import { quotaMarks } from '../shared/quota-marks.js';

const CATEGORIES = ['closed', 'commit', 'bestCase', 'pipeline'] as const;

/** Whose word stands beside the figures, and up to which category. */
const CALLS = ['submitted', 'adjusted'] as const;
const UP_TO = ['commit', 'bestCase', 'pipeline'] as const;

type Named = Readonly<{ name: string; row: ForecastRow }>;

type ForecastChartProps = Readonly<{
  title: string;
  /** What the rows are: periods, or groups. */
  label: string;
  rows: readonly Named[];
  /** Shows what is behind a row, or behind one column of it. */
  show: (row: ForecastRow, column?: Column) => void;
}>;

/** Categories stacked upon each other, the surest at the bottom, each with its quota as a mark across. */
export const ForecastChart = ({ title, label, rows, show }: ForecastChartProps) => {
  const { t } = useTranslation('forecast');
  const { money, shortMoney, percent, major } = useFormats();
  const colours = useChartColours();
  const none: Cell = { text: '', value: null };
  const moneyCell = (amount: Money | undefined): Cell =>
    amount === undefined ? none : { text: money(amount), value: major(amount) };
  const shareCell = (share: number | null | undefined): Cell =>
    share === undefined || share === null ? none : { text: percent(share), value: share };

  const option = useMemo(() => {
    const currency = rows[0]?.row.closed.currency ?? 'USD';
    const inMinor = (value: number): string => shortMoney({ amount: value, currency });
    const bars = CATEGORIES.map((category, place) => ({
      name: t(`category.${category}`),
      type: 'bar',
      stack: 'forecast',
      barMaxWidth: 64,
      itemStyle: { color: colours[place] },
      data: rows.map(({ row }) => row[category].amount),
    }));
    const quotas = rows.map(({ row }) => row.quota?.amount ?? null);
    const marks = quotaMarks({ name: t('quota'), color: colours[4], quotas });
    return {
      xAxis: { type: 'category', data: rows.map(({ name }) => name) },
      yAxis: { type: 'value', axisLabel: { formatter: inMinor } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : inMinor(value)) },
      series: quotas.some((quota) => quota !== null) ? [...bars, marks] : bars,
    };
  }, [rows, colours, shortMoney, t]);

  const behind = (name: string, row: ForecastRow, column: Column): Cell => {
    const cell = moneyCell(row[column]);
    const said = { name, column: t(`category.${column}`), amount: cell.text };
    return { ...cell, behind: { label: t('showBehind', said), show: () => show(row, column) } };
  };
  // Where nobody has adjusted anything, it is what the deals say.
  const isSaid = ({ row }: Named, call: (typeof CALLS)[number], category: (typeof UP_TO)[number]): boolean => {
    const amount = row[call]?.[category]?.amount;
    return amount !== undefined && (call === 'submitted' || amount !== row.cumulative[category].amount);
  };
  const said = CALLS.flatMap((call) => UP_TO.map((category) => ({ call, category }))).filter(({ call, category }) =>
    rows.some((each) => isSaid(each, call, category)),
  );
  return (
    <Chart
      title={title}
      columns={[
        label,
        ...COLUMNS.map((column) => t(`category.${column}`)),
        ...[t('quota'), t('attainment'), t('coverage')],
        ...said.map(({ call, category }) => t(`upToOf.${call}`, { category: t(`category.${category}`) })),
      ]}
      rows={rows.map(({ name, row }) => [
        { text: name, value: name },
        ...COLUMNS.map((column) => behind(name, row, column)),
        ...[moneyCell(row.quota), shareCell(row.attainment), shareCell(row.coverage)],
        ...said.map(({ call, category }) => moneyCell(row[call]?.[category])),
      ])}
      option={option}
      onPick={(name, series) => {
        const picked = rows.find((each) => each.name === name);
        if (picked) show(picked.row, CATEGORIES[series]);
      }}
    />
  );
};
