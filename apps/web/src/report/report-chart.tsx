import { Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import { COMPARISONS, type Figure, type Report, type ReportRow } from '../api/reports.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import { numberOf, useFigures } from './use-figures.js';

type ReportChartProps = Readonly<{
  report: Report;
  rows: readonly ReportRow[];
  nameOf: (group: string | null) => string;
  period: string;
  /** The measure that is drawn; the report's first one where there is no such. */
  measure: string | undefined;
  choose: (measure: string) => void;
  show: (row: ReportRow) => void;
}>;

/** So many groups are told apart in a chart. */
export const MOST_BARS = 20;
const UPRIGHT_LABELS = 6;

/** One measure of each group, beside what it was in other periods. */
export const ReportChart = ({ report, rows, nameOf, period, measure: chosen, choose, show }: ReportChartProps) => {
  const { t } = useTranslation('report');
  const { currency } = useCompany();
  const { major } = useFormats();
  const { say, sayShort } = useFigures();
  const colours = useChartColours();
  const { measures, group, total } = report;
  const measure = measures.find(({ name }) => name === chosen) ?? measures[0];
  const shown = rows.slice(0, MOST_BARS);
  const compared = COMPARISONS.filter((comparison) => total[comparison] !== undefined);
  const option = useMemo(() => {
    if (measure === undefined) return {};
    const { name, kind } = measure;
    const sayAxis = (value: number): string => sayShort(kind, value, currency);
    const bars = (title: string, color: string | undefined, figureOf: (row: ReportRow) => Figure | undefined) => ({
      ...{ name: title, type: 'bar', barMaxWidth: 36, itemStyle: { color } },
      data: shown.map((row) => numberOf(figureOf(row))),
    });
    return {
      xAxis: {
        type: 'category',
        data: shown.map((row) => nameOf(row.group)),
        axisLabel: { interval: 0, rotate: shown.length > UPRIGHT_LABELS ? 30 : 0 },
      },
      yAxis: { type: 'value', axisLabel: { formatter: sayAxis } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '–' : sayAxis(value)) },
      series: [
        bars(t('comparison.current'), colours[0], ({ values }) => values[name]),
        ...compared.map((comparison, place) =>
          bars(t(`comparison.${comparison}`), [colours[3], colours[2]][place], (row) => row[comparison]?.[name]),
        ),
      ],
    };
  }, [measure, shown, compared, colours, currency, nameOf, sayShort, t]);
  if (measure === undefined) return null;
  const { name, kind } = measure;
  const cell = (figure: Figure | undefined): Cell => ({
    text: say(kind, figure),
    value: typeof figure === 'object' && figure !== null ? major(figure) : (figure ?? null),
  });
  const isMoney = kind === 'money' || kind === 'moneyPerDay';
  const said = { measure: t(`measure.${name}`), group: t(`groups.${group}`), period, currency };
  return (
    <>
      <Chart
        title={t(isMoney ? 'chartIn' : 'chart', said)}
        columns={[said.group, ...(['current', ...compared] as const).map((column) => t(`comparison.${column}`))]}
        rows={shown.map((row) => [
          { text: nameOf(row.group), value: nameOf(row.group) },
          ...[cell(row.values[name]), ...compared.map((comparison) => cell(row[comparison]?.[name]))],
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
