import './forecast.texts.js';
import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import { type Column, type Group as Dimension, type ForecastRow, forecast, type Grain } from '../api/forecasts.js';
import { useRepChoices, useTeamChoices } from '../api/people.js';
import { GRAINS, periodOf, rangeAround } from '../api/periods.js';
import { useTime } from '../api/time.js';
import { FilterSelect } from '../shared/filter-select.js';
import { useGroupName } from '../shared/group-name.js';
import { PageHead } from '../shared/page-head.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { Calls } from './calls.js';
import { Development } from './development.js';
import { ForecastChart } from './forecast-chart.js';
import { ForecastDeals } from './forecast-deals.js';
import { type ForecastSearch, GROUPS } from './forecast-search.js';
import { WaterfallChart } from './waterfall.js';

const LatestScores = lazy(async () => ({ default: (await import('../analyst/latest-scores.js')).LatestScores }));

const ALL_GROUPS = { of: undefined, ungrouped: undefined };
const NOTHING_BEHIND = { column: undefined, ...ALL_GROUPS };

const namedPeriods = (rows: readonly ForecastRow[]) =>
  rows.flatMap((row) => (row.period === null ? [] : [{ name: row.period, row }]));

/** What will close when: by category against quota, split by anything, on any day, and how it came about. */
export const ForecastPage = () => {
  const { t } = useTranslation(['forecast', 'shared']);
  const search = useSearch({ from: '/forecast' });
  const { by = 'quarter', group = 'none', period, owner, team, column, of, ungrouped } = search;
  const navigate = useNavigate({ from: '/forecast' });
  const { fiscalYearStart, currency } = useCompany();
  const { at, day, today } = useTime();
  const shownDay = day ?? today;
  const range = rangeAround(shownDay, by, fiscalYearStart);
  const picked = period ?? periodOf(shownDay, by, fiscalYearStart);
  const whose = useMemo(() => ({ ...(owner && { owner }), ...(team && { team }) }), [owner, team]);
  const teams = useTeamChoices();
  const reps = useRepChoices();
  const whole = useQuery({ ...forecast({ by, ...range, ...whose, at }), placeholderData: keepPreviousData });
  const split = useQuery({
    ...forecast({ by, from: picked, to: picked, group, ...whose, at }),
    placeholderData: keepPreviousData,
    enabled: group !== 'none',
  });
  const change = (to: ForecastSearch) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  const rows = useMemo(() => namedPeriods(whole.data ?? []), [whole.data]);
  return (
    <div className="page">
      <PageHead title={t('title')}>
        <SegmentedControl
          aria-label={t('shared:grain.title')}
          value={by}
          onChange={(grain) => change({ by: grain as Grain, period: undefined, ...NOTHING_BEHIND })}
          data={GRAINS.map((value) => ({ value, label: t(`shared:grain.${value}`) }))}
        />
        <Select
          aria-label={t('group')}
          value={group}
          onChange={(dimension) => change({ group: (dimension ?? 'none') as Dimension, ...NOTHING_BEHIND })}
          data={GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
          allowDeselect={false}
          w={150}
        />
        <FilterSelect
          label={t('team')}
          all={t('allTeams')}
          data={teams}
          value={team}
          change={(id) => change({ team: id, ...NOTHING_BEHIND })}
          width={180}
        />
        <FilterSelect
          label={t('rep')}
          all={t('everyRep')}
          data={reps}
          value={owner}
          change={(id) => change({ owner: id, ...NOTHING_BEHIND })}
          width={180}
        />
      </PageHead>
      <TimeBar />
      {whole.isPending && <Loading />}
      {whole.error && whole.data === undefined && <Failed error={whole.error} retry={() => void whole.refetch()} />}
      {whole.data !== undefined && rows.length === 0 && (
        <Note icon="bars" title={t('nothing')}>
          {t('nothingHint')}
        </Note>
      )}
      {rows.length > 0 && (
        <ForecastChart
          title={t('byPeriod', { currency })}
          label={t('period')}
          rows={rows}
          show={(row, next) => change({ period: row.period ?? undefined, column: next, ...ALL_GROUPS })}
        />
      )}
      {group !== 'none' && split.data && split.data.length > 0 && (
        <SplitChart
          group={group}
          period={picked}
          rows={split.data}
          show={({ group: of }, next) =>
            change({
              column: next,
              ...(of === null ? { of: undefined, ungrouped: true } : { of, ungrouped: undefined }),
            })
          }
        />
      )}
      {column !== undefined && (
        <ForecastDeals
          {...{ period: picked, column, whose, group, of: ungrouped ? null : of }}
          choose={(next) => change({ column: next })}
          close={() => change(NOTHING_BEHIND)}
        />
      )}
      {rows.length > 0 && <Development by={by} period={picked} whose={whose} />}
      <WaterfallChart whose={whose} />
      <Suspense fallback={null}>
        <LatestScores />
      </Suspense>
      <Calls kind="submission" period={picked} />
      <Calls kind="adjustment" period={picked} />
    </div>
  );
};

type SplitChartProps = Readonly<{
  group: Dimension;
  period: string;
  rows: readonly ForecastRow[];
  show: (row: ForecastRow, column?: Column) => void;
}>;

/** One period, split by a dimension. */
const SplitChart = ({ group, period, rows, show }: SplitChartProps) => {
  const { t } = useTranslation('forecast');
  const { currency } = useCompany();
  const nameOf = useGroupName(group);
  const named = useMemo(
    () =>
      rows
        .filter((row) => row.period === period)
        .map((row) => ({ name: row.group === null ? t('nobody') : nameOf(row.group), row })),
    [rows, period, nameOf, t],
  );
  return (
    <ForecastChart
      title={t('byGroup', { period, group: t(`groups.${group}`), currency })}
      label={t(`groups.${group}`)}
      rows={named}
      show={show}
    />
  );
};
