import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Conversion, conversion } from '../api/analyst.js';
import { addDays } from '../api/days.js';
import type { Grain } from '../api/forecasts.js';
import { processes, useTeamChoices } from '../api/people.js';
import { GRAINS } from '../api/periods.js';
import { useTime } from '../api/time.js';
import { type Cell, Chart, useChartColours } from '../shared/chart.js';
import { useFormats } from '../shared/formats.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { Cohorts } from './cohorts.js';

const YEAR_DAYS = 365;
const BARS = ['entered', 'advanced', 'won', 'lost'] as const;

/** How deals go through the stages, how long they stay, and whether later cohorts do better. */
export const FunnelPage = () => {
  const { t } = useTranslation(['analyst', 'shared']);
  const { at, day, today } = useTime();
  const { data: known = [] } = useQuery(processes);
  const teams = useTeamChoices();
  const [chosen, setProcess] = useState<string | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const [by, setBy] = useState<Grain>('quarter');
  const processId = chosen ?? known[0]?.id ?? '';
  const from = since ?? addDays(day ?? today, -YEAR_DAYS);
  const { data, error, isPending, refetch } = useQuery(conversion({ processId, from, by, team, at }));
  return (
    <>
      <TimeBar />
      <Group gap="sm" align="end">
        <Select
          label={t('process')}
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          value={processId}
          onChange={setProcess}
          allowDeselect={false}
        />
        <Select label={t('team')} data={[...teams]} value={team} onChange={setTeam} clearable searchable />
        <TextInput
          label={t('from')}
          type="date"
          max={day ?? today}
          value={from}
          onChange={({ currentTarget: { value } }) => setSince(value === '' ? null : value)}
        />
        <Select
          label={t('cohortsBy')}
          data={GRAINS.map((value) => ({ value, label: t(`shared:grain.${value}`) }))}
          value={by}
          onChange={(grain) => setBy(grain as Grain)}
          allowDeselect={false}
        />
      </Group>
      {isPending && <Loading />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      {data?.stages.every(({ entered }) => entered === 0) && (
        <Note icon="beaker" title={t('noDeals')}>
          {t('noDealsHint')}
        </Note>
      )}
      {data?.stages.some(({ entered }) => entered > 0) && (
        <>
          <Funnel from={from} stages={data.stages} />
          {data.cohorts && <Cohorts by={by} cohorts={data.cohorts} />}
        </>
      )}
    </>
  );
};

const Funnel = ({ from, stages }: Readonly<{ from: string; stages: Conversion['stages'] }>) => {
  const { t } = useTranslation('analyst');
  const { count, percent, tenths, day } = useFormats();
  const colours = useChartColours();
  const option = useMemo(
    () => ({
      xAxis: { type: 'category', data: stages.map(({ name }) => name), axisLabel: { interval: 0 } },
      yAxis: { type: 'value', minInterval: 1 },
      series: BARS.map((bar, place) => ({
        name: t(bar),
        type: 'bar',
        barMaxWidth: 34,
        itemStyle: { color: [colours[1], colours[2], colours[0], colours[4]][place] },
        data: stages.map((stage) => stage[bar]),
      })),
    }),
    [stages, colours, t],
  );
  const number = (value: number): Cell => ({ text: count(value), value });
  const days = (value: number | null): Cell => ({ text: value === null ? '' : tenths(value), value });
  return (
    <Chart
      title={t('funnel', { from: day(from) })}
      columns={[
        t('stage'),
        ...BARS.map((bar) => t(bar)),
        t('stillOpen'),
        t('conversion'),
        t('medianDays'),
        t('medianDaysCumulative'),
      ]}
      rows={stages.map((stage) => [
        { text: stage.name, value: stage.name },
        ...BARS.map((bar) => number(stage[bar])),
        number(stage.open),
        { text: stage.conversion === null ? '' : percent(stage.conversion), value: stage.conversion },
        days(stage.medianDaysInStage),
        days(stage.medianDaysInStageCumulative),
      ])}
      option={option}
    />
  );
};
