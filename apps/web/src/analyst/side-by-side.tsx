import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultRow } from '../api/analyst.js';
import { useCompany } from '../api/company.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';

const figure = (row: ResultRow, column: string): number => Number(row[column] ?? 0);

/** What was and what would have been, stage by stage. */
export const SideBySide = ({ rows }: Readonly<{ rows: readonly ResultRow[] }>) => {
  const { t } = useTranslation('analyst');
  const { currency } = useCompany();
  const { money, shortMoney, major, count } = useFormats();
  const colours = useChartColours();
  const option = useMemo(() => {
    const say = (value: number): string => shortMoney({ amount: value, currency });
    const bars = (column: string, name: string, color: string | undefined) => ({
      ...{ name, type: 'bar', barMaxWidth: 40, itemStyle: { color } },
      data: rows.map((row) => figure(row, column)),
    });
    return {
      xAxis: { type: 'category', data: rows.map((row) => row.name), axisLabel: { interval: 0 } },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: say },
      series: [
        bars('weightedWas', t('whatIf.weightedWas'), colours[3]),
        bars('weightedWhatIf', t('whatIf.weightedWhatIf'), colours[0]),
      ],
    };
  }, [rows, colours, currency, shortMoney, t]);
  const cell = (row: ResultRow, column: string): Cell => {
    const amount = { amount: figure(row, column), currency };
    return { text: money(amount), value: major(amount) };
  };
  return (
    <Chart
      title={t('whatIf.sideBySide', { currency })}
      columns={[
        t('stage'),
        t('deals'),
        t('amount'),
        t('whatIf.weightedWas'),
        t('whatIf.weightedWhatIf'),
        t('whatIf.difference'),
      ]}
      rows={rows.map((row) => [
        { text: String(row.name), value: String(row.name) },
        { text: count(figure(row, 'dealsWas')), value: figure(row, 'dealsWas') },
        cell(row, 'amountWas'),
        cell(row, 'weightedWas'),
        cell(row, 'weightedWhatIf'),
        cell(row, 'weightedDifference'),
      ])}
      option={option}
    />
  );
};
