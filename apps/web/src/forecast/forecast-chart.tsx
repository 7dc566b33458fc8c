import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForecastRow } from '../api/forecasts.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { type Money, useFormats } from '../shared/formats.js';
import { quotaMarks } from '../shared/quota-marks.js';

const CATEGORIES = ['closed', 'commit', 'bestCase', 'pipeline'] as const;

type Named = Readonly<{ name: string; row: ForecastRow }>;

type ForecastChartProps = Readonly<{
  title: string;
  /** What the rows are: periods, or groups. */
  label: string;
  rows: readonly Named[];
  onPick?: (name: string) => void;
}>;

/** Categories stacked upon each other, the surest at the bottom, each with its quota as a mark across. */
export const ForecastChart = ({ title, label, rows, onPick }: ForecastChartProps) => {
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

  return (
    <Chart
      title={title}
      columns={[
        label,
        ...CATEGORIES.map((category) => t(`category.${category}`)),
        ...[t('weighted'), t('quota'), t('attainment'), t('coverage')],
      ]}
      rows={rows.map(({ name, row }) => [
        { text: name, value: name },
        ...CATEGORIES.map((category) => moneyCell(row[category])),
        ...[moneyCell(row.weighted), moneyCell(row.quota), shareCell(row.attainment), shareCell(row.coverage)],
      ])}
      option={option}
      {...(onPick && { onPick })}
    />
  );
};
