import { Group, Select, TextInput } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { addDays } from '../api/days.js';
import type { Whose } from '../api/forecasts.js';
import { processes } from '../api/people.js';
import { type At, useTime } from '../api/time.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import { Failed } from '../shared/states.js';
import { WaterfallDeals } from './waterfall-deals.js';
import { ORDER, STEPS, type Step } from './waterfall-steps.js';

const MONTH_DAYS = 30;

const waterfall = (processId: string, whose: Whose, from: string, at: At) =>
  queryOptions({
    queryKey: ['changes', 'waterfall', processId, whose, from, at],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'rep', 'team'] : [] },
    placeholderData: keepPreviousData,
    enabled: processId !== '',
    queryFn: () => {
      const params = { path: { processId }, query: { ...at, ...whose, from, limit: 1 } };
      return answered(api.GET('/api/pipelines/{processId}/changes', { params }));
    },
  });

/** How the open pipeline of a process came from a day to the day shown. */
export const WaterfallChart = ({ whose }: Readonly<{ whose: Whose }>) => {
  const { t } = useTranslation('forecast');
  const { currency } = useCompany();
  const { at, day, today } = useTime();
  const { money, shortMoney, count, major, day: sayDay } = useFormats();
  const colours = useChartColours();
  const { data: known = [] } = useQuery(processes);
  const [chosen, setProcess] = useState<string | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const processId = chosen ?? known[0]?.id ?? '';
  const to = day ?? today;
  const from = since ?? addDays(to, -MONTH_DAYS);
  const { data, error, refetch } = useQuery(waterfall(processId, whose, from, at));

  const option = useMemo(() => {
    const say = (value: number): string => shortMoney({ amount: value, currency });
    // Where a bar begins: what came before it. A place in the drawing; the figures are the API's.
    let level = 0;
    const bars = ORDER.map((step) => {
      const height = data?.[step].amount.amount ?? 0;
      const way = STEPS[step];
      const bottom = way === 0 ? 0 : way > 0 ? level : level - height;
      level = way === 0 ? height : level + way * height;
      const colour = way === 0 ? colours[1] : way > 0 ? colours[0] : colours[4];
      return { bottom, height, colour };
    });
    return {
      legend: { show: false },
      xAxis: { type: 'category', data: ORDER.map((step) => t(`step.${step}`)), axisLabel: { interval: 0, rotate: 30 } },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : say(value)) },
      series: [
        {
          type: 'bar',
          stack: 'level',
          silent: true,
          itemStyle: { color: 'transparent' },
          tooltip: { show: false },
          data: bars.map(({ bottom }) => bottom),
        },
        {
          type: 'bar',
          name: t('amountHead'),
          stack: 'level',
          barMaxWidth: 56,
          data: bars.map(({ height, colour }) => ({ value: height, itemStyle: { color: colour } })),
        },
      ],
    };
  }, [data, colours, currency, shortMoney, t]);

  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return null;
  const counted = (of: Step): Cell => {
    const { deals } = data[of];
    const label = t('showStep', { step: t(`step.${of}`), deals: count(deals) });
    return { text: count(deals), value: deals, behind: { label, show: () => setStep(of) } };
  };
  return (
    <>
      <Chart
        title={t('waterfall', { from: sayDay(from), to: sayDay(to), currency })}
        columns={[t('stepHead'), t('dealsHead'), t('amountHead')]}
        rows={ORDER.map((each) => [
          { text: t(`step.${each}`), value: each },
          counted(each),
          { text: money(data[each].amount), value: major(data[each].amount) },
        ])}
        onPick={(name) => setStep(ORDER.find((each) => t(`step.${each}`) === name) ?? null)}
        option={option}
        tools={
          <Group gap={6}>
            {known.length > 1 && (
              <Select
                aria-label={t('process')}
                size="xs"
                data={known.map(({ id, name }) => ({ value: id, label: name }))}
                value={processId}
                onChange={setProcess}
                allowDeselect={false}
              />
            )}
            <TextInput
              aria-label={t('from')}
              type="date"
              size="xs"
              max={to}
              value={from}
              onChange={({ currentTarget: { value } }) => setSince(value === '' ? null : value)}
            />
          </Group>
        }
      />
      {step !== null && <WaterfallDeals {...{ processId, whose, from, at, step }} close={() => setStep(null)} />}
    </>
  );
};
