import { Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import type { Figure, Report, ReportRow } from '../api/reports.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import { chartSeries } from './chart-series.js';
import type { RowNameOf } from './row-name.js';
import { numberOf, useFigures } from './use-figures.js';

type ReportChartProps = Readonly<{
  report: Report;
  rows: readonly ReportRow[];
  nameOf: RowNameOf;
  innerNameOf: RowNameOf;
  period: string;
  /** The measure that is drawn; the report's first one where there is no such. */
  measure: string | undefined;
  choose: (measure: string) => void;
  show: (row: ReportRow) => void;
}>;

/** So many groups are told apart in a chart. */
const MOST_BARS = 20;
const UPRIGHT_LABELS = 5;

/** One measure of each group, with the groups within it or beside what it was in other periods. */
export const ReportChart = (props: ReportChartProps) => {
  const { report, rows, nameOf, innerNameOf, period, measure: chosen, choose, show } = props;
  const { t } = useTranslation('report');
  const { currency } = useCompany();
  const { major } = useFormats();
  const { say, sayShort } = useFigures();
  const palette = useChartColours();
  const { measures, group, second } = report;
  const measure = measures.find(({ name }) => name === chosen) ?? measures[0];
  const shown = useMemo(() => rows.slice(0, MOST_BARS), [rows]);
  const series = useMemo(() => {
    const comparisonName = (of: 'current' | 'previous' | 'lastYear') => t(`comparison.${of}`);
    return measure === undefined ? [] : chartSeries({ report, rows: shown, measure, innerNameOf, comparisonName });
  }, [report, shown, measure, innerNameOf, t]);
  const option = useMemo(() => {
    if (measure === undefined) return {};
    const sayAxis = (value: number): string => sayShort(measure, value, currency);
    // Green is now, and what was before is paler; groups within come in all colours.
    const colours =
      second === null ? [palette[0], palette[3], palette[2]] : [0, 1, 4, 2, 5, 3].map((at) => palette[at]);
    return {
      xAxis: {
        type: 'category',
        data: shown.map((row) => nameOf(row.group)),
        axisLabel: { interval: 0, rotate: shown.length > UPRIGHT_LABELS ? 30 : 0 },
      },
      yAxis: { type: 'value', axisLabel: { formatter: sayAxis } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '–' : sayAxis(value)) },
      series: series.map(({ name, stack, figures }, place) => ({
        ...{ name, stack, type: 'bar', barMaxWidth: 36, itemStyle: { color: colours[place] } },
        data: figures.map(numberOf),
      })),
    };
  }, [measure, second, shown, series, palette, currency, nameOf, sayShort]);
  if (measure === undefined) return null;
  const { name, kind } = measure;
  const cell = (figure: Figure | undefined): Cell => ({
    text: say(measure, figure),
    value: typeof figure === 'object' && figure !== null ? major(figure) : (figure ?? null),
  });
  const isMoney = kind === 'money' || kind === 'moneyPerDay';
  const said = { measure: t(`measure.${name}`), group: t(`groups.${group}`), period, currency };
  return (
    <>
      <Chart
        title={t(isMoney ? 'chartIn' : 'chart', said)}
        columns={[said.group, ...series.map((each) => each.name)]}
        rows={shown.map((row, place) => [
          { text: nameOf(row.group), value: nameOf(row.group) },
          ...series.map(({ figures }) => cell(figures[place])),
        ])}
        option={option}
        onPick={(picked) => {
          const row = shown.find((each) => nameOf(each.group) === picked);
          if (row) show(row);
        }}
        tools={
          <Select
            aria-label={t('measureShown')}
            size="xs"
            data={measures.map((each) => ({ value: each.name, label: t(`measure.${each.name}`) }))}
            value={name}
            onChange={(next) => next !== null && choose(next)}
            allowDeselect={false}
          />
        }
      />
      {rows.length > MOST_BARS && (
        <Text size="sm" c="dimmed">
          {t('moreGroups', { shown: MOST_BARS, groups: rows.length })}
        </Text>
      )}
    </>
  );
};
