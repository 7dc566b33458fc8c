import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import { addDays, endOfDay } from '../api/days.js';
import { type ForecastRow, forecast, type Grain } from '../api/forecasts.js';
import { useTime } from '../api/time.js';
import { Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import { Loading } from '../shared/states.js';

const DAYS: Readonly<Record<Grain, number>> = { month: 45, quarter: 120, year: 420 };
const POINTS = 30;
const CATEGORIES = ['closed', 'commit', 'bestCase', 'pipeline'] as const;

/** The forecast of one period as it stood on the days before: each point is the API's answer as of that day. */
export const Development = ({ by, period }: Readonly<{ by: Grain; period: string }>) => {
  const { t } = useTranslation('forecast');
  const { currency, timeZone } = useCompany();
  const { day, today } = useTime();
  const { day: sayDay, money, shortMoney, major } = useFormats();
  const colours = useChartColours();
  const last = day ?? today;
  const days = useMemo(
    () =>
      Array.from({ length: POINTS }, (_, at) =>
        addDays(last, -Math.round((DAYS[by] * (POINTS - 1 - at)) / (POINTS - 1))),
      ),
    [last, by],
  );
  const { rows, pending } = useQueries({
    queries: days.map((each) => forecast({ by, from: period, to: period, at: { asOf: endOfDay(each, timeZone) } })),
    combine: (answers) => ({
      rows: answers.map(({ data }) => data?.find((row) => row.period === period)),
      pending: answers.some(({ isPending }) => isPending),
    }),
  });
  const option = useMemo(() => {
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
      data: rows.map((row) => row?.[category].amount ?? 0),
    }));
    const quota = {
      name: t('quota'),
      type: 'line',
      symbol: 'none',
      lineStyle: { type: 'dashed', width: 2, color: colours[4] },
      itemStyle: { color: colours[4] },
      data: rows.map((row) => row?.quota?.amount ?? null),
    };
    return {
      xAxis: { type: 'category', boundaryGap: false, data: days.map(sayDay) },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : say(value)) },
      series: rows.some((row) => row?.quota) ? [...layers, quota] : layers,
    };
  }, [rows, days, colours, sayDay, shortMoney, currency, t]);

  if (pending) return <Loading lines={7} />;
  const cell = (row: ForecastRow | undefined, category: (typeof CATEGORIES)[number]) =>
    row ? { text: money(row[category]), value: major(row[category]) } : { text: '', value: null };
  return (
    <Chart
      title={t('development', { period, currency })}
      columns={[t('day'), ...CATEGORIES.map((category) => t(`category.${category}`))]}
      rows={days.map((each, at) => [
        { text: sayDay(each), value: each },
        ...CATEGORIES.map((category) => cell(rows[at], category)),
      ])}
      option={option}
    />
  );
};
