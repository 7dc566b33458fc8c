import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { type Money, useFormats } from '../shared/formats.js';
import { quotaMarks } from '../shared/quota-marks.js';
import type { Member } from './members.js';

const PARTS = ['won', 'expectedFromOpen', 'expectedNewBusiness'] as const;

type LandingChartProps = Readonly<{ period: string; members: readonly Member[] }>;

/** Won, and what is expected on top, beside the quota of each. */
export const LandingChart = ({ period, members }: LandingChartProps) => {
  const { t } = useTranslation('team');
  const { currency } = useCompany();
  const { money, shortMoney, major } = useFormats();
  const colours = useChartColours();
  const option = useMemo(() => {
    const say = (value: number): string => shortMoney({ amount: value, currency });
    const parts = PARTS.map((part, place) => ({
      name: t(part),
      type: 'bar',
      stack: 'landing',
      barMaxWidth: 40,
      itemStyle: { color: [colours[0], colours[2], colours[3]][place] },
      data: members.map(({ landing, row }) => landing?.[part].amount ?? (part === 'won' ? row.closed.amount : 0)),
    }));
    const quotas = members.map(({ row }) => row.quota?.amount ?? null);
    return {
      xAxis: {
        type: 'category',
        data: members.map(({ name }) => name),
        axisLabel: { interval: 0, rotate: members.length > 6 ? 30 : 0 },
      },
      yAxis: { type: 'value', axisLabel: { formatter: say } },
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '' : say(value)) },
      series: [...parts, quotaMarks({ name: t('quota'), color: colours[4], quotas })],
    };
  }, [members, colours, currency, shortMoney, t]);
  const cell = (amount: Money | undefined): Cell =>
    amount === undefined ? { text: '', value: null } : { text: money(amount), value: major(amount) };
  return (
    <Chart
      title={t('chart', { period, currency })}
      columns={[t('rep'), ...PARTS.map((part) => t(part)), t('projected'), t('quota')]}
      rows={members.map(({ name, landing, row }) => [
        { text: name, value: name },
        ...PARTS.map((part) => cell(landing?.[part])),
        cell(landing?.projected),
        cell(row.quota),
      ])}
      option={option}
    />
  );
};
