import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
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
import { EnteredDeals } from './entered-deals.js';
import type { EntryRow, FunnelSearch } from './funnel-search.js';

const YEAR_DAYS = 365;
const BARS = ['entered', 'advanced', 'won', 'lost'] as const;

/** How deals go through the stages, how long they stay, and whether later cohorts do better. */
export const FunnelPage = () => {
  const { t } = useTranslation(['analyst', 'shared']);
  const { at, day, today } = useTime();
  const { data: known = [] } = useQuery(processes);
  const teams = useTeamChoices();
  const search = useSearch({ from: '/analyst/funnel' });
  const navigate = useNavigate({ from: '/analyst/funnel' });
  const change = (to: FunnelSearch) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  const { team = null, by = 'quarter', stage, row = 'entered', cohort } = search;
  const processId = search.process ?? known[0]?.id ?? '';
  const from = search.from ?? addDays(day ?? today, -YEAR_DAYS);
  const asked = { processId, from, by, team, at };
  const { data, error, isPending, refetch } = useQuery(conversion(asked));
  const show = (behind: Behind) => change({ row: undefined, cohort: undefined, ...behind });
  return (
    <>
      <TimeBar />
      <Group gap="sm" align="end">
        <Select
          label={t('process')}
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          value={processId}
          onChange={(process) => change({ process: process ?? undefined, ...NOTHING_BEHIND })}
          allowDeselect={false}
        />
        <Select
          label={t('team')}
          data={[...teams]}
          value={team}
          onChange={(value) => change({ team: value ?? undefined })}
          clearable
          searchable
        />
        <TextInput
          label={t('from')}
          type="date"
          max={day ?? today}
          value={from}
          onChange={({ currentTarget: { value } }) => change({ from: value === '' ? undefined : value })}
        />
        <Select
          label={t('cohortsBy')}
          data={GRAINS.map((value) => ({ value, label: t(`shared:grain.${value}`) }))}
          value={by}
          onChange={(grain) => change({ by: grain as Grain, cohort: undefined })}
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
          <Funnel from={from} stages={data.stages} show={show} />
          {data.cohorts && <Cohorts by={by} cohorts={data.cohorts} show={show} />}
          {stage !== undefined && (
            <EnteredDeals
              asked={asked}
              behind={{ stage, row, cohort }}
              stage={data.stages.find(({ id }) => id === stage)?.name ?? stage}
              choose={(next) => change({ row: next })}
              close={() => change(NOTHING_BEHIND)}
            />
          )}
        </>
      )}
    </>
  );
};

type Behind = Readonly<{ stage: string; row?: EntryRow; cohort?: string }>;

const NOTHING_BEHIND = { stage: undefined, row: undefined, cohort: undefined };

type FunnelProps = Readonly<{ from: string; stages: Conversion['stages']; show: (behind: Behind) => void }>;

const Funnel = ({ from, stages, show }: FunnelProps) => {
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
  const counted = (stage: Conversion['stages'][number], row: EntryRow): Cell => ({
    text: count(stage[row]),
    value: stage[row],
    behind: {
      label: t('showBehind', { stage: stage.name, row: t(row), deals: count(stage[row]) }),
      show: () => show({ stage: stage.id, row }),
    },
  });
  const days = (value: number | null): Cell => ({ text: value === null ? '' : tenths(value), value });
  return (
    <Chart
      title={t('funnel', { from: day(from) })}
      columns={[
        t('stage'),
        ...BARS.map((bar) => t(bar)),
        t('open'),
        t('conversion'),
        t('medianDays'),
        t('medianDaysCumulative'),
      ]}
      rows={stages.map((stage) => [
        { text: stage.name, value: stage.name },
        ...BARS.map((bar) => counted(stage, bar)),
        counted(stage, 'open'),
        { text: stage.conversion === null ? '' : percent(stage.conversion), value: stage.conversion },
        days(stage.medianDaysInStage),
        days(stage.medianDaysInStageCumulative),
      ])}
      option={option}
      onPick={(name) => {
        const stage = stages.find((each) => each.name === name);
        if (stage !== undefined) show({ stage: stage.id });
      }}
    />
  );
};
