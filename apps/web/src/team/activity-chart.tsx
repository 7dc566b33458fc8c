import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import type { Member } from './members.js';

const KINDS = ['calls', 'emails', 'meetings', 'notes', 'tasks'] as const;
const SECONDS = 60;

type ActivityChartProps = Readonly<{ period: string; members: readonly Member[] }>;

/** What each did in the period, by kind. */
export const ActivityChart = ({ period, members }: ActivityChartProps) => {
  const { t } = useTranslation('team');
  const { count } = useFormats();
  const colours = useChartColours();
  const option = useMemo(
    () => ({
      xAxis: {
        type: 'category',
        data: members.map(({ name }) => name),
        axisLabel: { interval: 0, rotate: members.length > 6 ? 30 : 0 },
      },
      yAxis: { type: 'value', minInterval: 1 },
      series: KINDS.map((kind, place) => ({
        name: t(`kind.${kind}`),
        type: 'bar',
        stack: 'activities',
        barMaxWidth: 40,
        itemStyle: { color: [colours[0], colours[2], colours[4], colours[5], colours[3]][place] },
        data: members.map(({ performance }) => performance?.activities[kind] ?? 0),
      })),
    }),
    [members, colours, t],
  );
  return (
    <Chart
      title={t('activities', { period })}
      columns={[t('rep'), ...KINDS.map((kind) => t(`kind.${kind}`)), t('callMinutes')]}
      rows={members.map(({ name, performance }) => [
        { text: name, value: name },
        ...KINDS.map((kind) => {
          const value = performance?.activities[kind] ?? null;
          return { text: value === null ? '' : count(value), value };
        }),
        minutes(performance?.callSeconds, count),
      ])}
      option={option}
    />
  );
};

/** Another unit of the API's figure. */
const minutes = (seconds: number | undefined, count: (value: number) => string) => {
  const value = seconds === undefined ? null : Math.round(seconds / SECONDS);
  return { text: value === null ? '' : count(value), value };
};
