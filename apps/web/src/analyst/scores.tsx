import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { backTestById } from '../api/analyst.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';

type Score = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof backTestById>['queryFn']>>>['summary']
>[number];

/** How good each method was, over all and by how many months ahead. */
export const Scores = ({ scores }: Readonly<{ scores: readonly Score[] }>) => {
  const { t } = useTranslation('analyst');
  const { percent, count } = useFormats();
  const colours = useChartColours();
  const overall = scores.filter(({ horizon }) => horizon === null);
  const horizons = [...new Set(scores.flatMap(({ horizon }) => (horizon === null ? [] : [horizon])))].sort(
    (a, b) => a - b,
  );
  const option = useMemo(
    () => ({
      xAxis: {
        type: 'category',
        data: overall.map(({ method }) => t(`backTests.methods.${method}`)),
        axisLabel: { interval: 0 },
      },
      yAxis: { type: 'value', max: 1, axisLabel: { formatter: percent } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : percent(value)) },
      series: [
        {
          ...{ name: t('backTests.accuracy'), type: 'bar', barMaxWidth: 48, itemStyle: { color: colours[1] } },
          data: overall.map(({ accuracy }) => accuracy),
        },
      ],
    }),
    [overall, colours, percent, t],
  );
  const share = (value: number | null | undefined): Cell =>
    typeof value === 'number' ? { text: percent(value), value } : { text: '', value: null };
  if (overall.length === 0) return <Text c="dimmed">{t('backTests.none')}</Text>;
  if (overall.every(({ accuracy }) => accuracy === null)) return <Text c="dimmed">{t('backTests.unknown')}</Text>;
  return (
    <Chart
      title={t('backTests.chart')}
      columns={[
        t('backTests.method'),
        t('backTests.forecasts'),
        t('backTests.accuracy'),
        t('backTests.bias'),
        t('backTests.error'),
        ...horizons.map((months) => t('backTests.ahead', { months })),
      ]}
      rows={overall.map((score) => [
        { text: t(`backTests.methods.${score.method}`), value: score.method },
        { text: count(score.forecasts), value: score.forecasts },
        ...[share(score.accuracy), share(score.bias), share(score.error)],
        ...horizons.map((months) =>
          share(scores.find(({ method, horizon }) => method === score.method && horizon === months)?.accuracy),
        ),
      ])}
      option={option}
    />
  );
};
