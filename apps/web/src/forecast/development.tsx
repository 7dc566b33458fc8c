import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import { addDays } from '../api/days.js';
import { forecastHistory, type Grain, type Whose } from '../api/forecasts.js';
import { useTime } from '../api/time.js';
import { Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import { Failed, Loading } from '../shared/states.js';

/** So far back, and in such steps. */
const SPAN: Readonly<Record<Grain, Readonly<{ days: number; step: 'day' | 'week' }>>> = {
  month: { days: 45, step: 'day' },
  quarter: { days: 120, step: 'day' },
  year: { days: 420, step: 'week' },
};
const CATEGORIES = ['closed', 'commit', 'bestCase', 'pipeline'] as const;

type DevelopmentProps = Readonly<{ by: Grain; period: string; whose: Whose }>;

/** The forecast of one period as it stood at the end of each day until the one shown. */
export const Development = ({ by, period, whose }: DevelopmentProps) => {
  const { t } = useTranslation('forecast');
  const { currency } = useCompany();
  const { day, at, today } = useTime();
  const { day: sayDay, money, shortMoney, major } = useFormats();
  const colours = useChartColours();
  const to = day ?? today;
  const { days, step } = SPAN[by];
  const { data, error, refetch } = useQuery(forecastHistory({ period, from: addDays(to, -days), to, step, whose, at }));
  const option = useMemo(() => {
    const points = data ?? [];
    const say = (value: number): string => shortMoney({ amount: value, currency });
    const layers = CATEGORIES.map((category, place) => ({
      name: t(`category.${category}`),
      type: 'line',
      stack: 'forecast',
      step: 'end',
      symbol: 'none',
      lineStyle: { width: 1, color: colours[place] },
      itemStyle: { color: colours[place] },
      areaStyle: { opacity: 0.75, color: colours[place] },
      data: points.map((point) => point[category].amount),
    }));
    const quota = {
      name: t('quota'),
      type: 'line',
      symbol: 'none',
      lineStyle: { type: 'dashed', width: 2, color: colours[4] },
      itemStyle: { color: colours[4] },
      data: points.map((point) => point.quota?.amount ?? null),
    };
    return {
      xAxis: { type: 'category', boundaryGap: false, data: points.map(({ date }) => sayDay(date)) },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : say(value)) },
      series: points.some((point) => point.quota) ? [...layers, quota] : layers,
    };
  }, [data, colours, sayDay, shortMoney, currency, t]);

  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={7} />;
  return (
    <Chart
      title={t('development', { period, currency })}
      columns={[t('day'), ...CATEGORIES.map((category) => t(`category.${category}`))]}
      rows={data.map((point) => [
        { text: sayDay(point.date), value: point.date },
        ...CATEGORIES.map((category) => ({ text: money(point[category]), value: major(point[category]) })),
      ])}
      option={option}
    />
  );
};
