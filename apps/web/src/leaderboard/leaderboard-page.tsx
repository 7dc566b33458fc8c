import './leaderboard.css';
import './leaderboard.texts.js';
import { Button, Group, SegmentedControl, Switch } from '@mantine/core';
import { useFullscreenElement } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeamChoices } from '../api/people.js';
import { leaderboard, MEASURES, type Measure, QUOTA_MEASURES, type QuotaMeasure } from '../api/team.js';
import { useTime } from '../api/time.js';
import { FilterSelect } from '../shared/filter-select.js';
import { Icon } from '../shared/icon.js';
import { PageHead } from '../shared/page-head.js';
import { PeriodChoice } from '../shared/period-choice.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { usePeriod } from '../shared/use-period.js';
import type { LeaderboardSearch } from './leaderboard-search.js';
import { Standings } from './standings.js';

const TURN_MS = 20_000;

/** Who leads, made for a screen on the wall: it can fill it, keeps itself up to date and goes through the measures. */
export const LeaderboardPage = () => {
  const { t } = useTranslation('leaderboard');
  const {
    by = 'quarter',
    period,
    measure = 'wonAmount',
    quota = 'amount',
    team,
    turn = false,
  } = useSearch({ from: '/leaderboard' });
  const navigate = useNavigate({ from: '/leaderboard' });
  const { at } = useTime();
  const screen = useFullscreenElement<HTMLElement>();
  const teams = useTeamChoices();
  const picked = usePeriod(by, period);
  const { data, error, isPending, refetch } = useQuery(leaderboard({ measure, quota, period: picked, team, at }));
  const change = (to: LeaderboardSearch) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  useTurns(turn, measure, (next) => change({ measure: next }));
  const teamName = teams.find(({ value }) => value === team)?.label;
  const ranked = measure === 'attainment' && quota !== 'amount' ? t(`attainmentOf.${quota}`) : t(`measure.${measure}`);
  const title = t('heading', { measure: ranked, period: picked });
  return (
    <div className="page leaderboard-page">
      <PageHead title={t('title')}>
        <PeriodChoice by={by} period={picked} change={change} />
        <FilterSelect
          label={t('team')}
          all={t('everybody')}
          data={teams}
          value={team}
          change={(id) => change({ team: id })}
          width={160}
        />
        <Button variant="default" leftSection={<Icon name="full" size={16} />} onClick={() => void screen.toggle()}>
          {t('full')}
        </Button>
      </PageHead>
      <Group gap="md">
        <SegmentedControl
          aria-label={t('by')}
          value={measure}
          onChange={(value) => change({ measure: value as Measure, turn: undefined })}
          data={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
        />
        {measure === 'attainment' && (
          <SegmentedControl
            aria-label={t('quotasOf')}
            value={quota}
            onChange={(value) => change({ quota: value as QuotaMeasure, turn: undefined })}
            data={QUOTA_MEASURES.map((value) => ({ value, label: t(`quota.${value}`) }))}
          />
        )}
        <Switch
          label={t('turn')}
          checked={turn}
          onChange={({ currentTarget: { checked } }) => change({ turn: checked || undefined })}
        />
      </Group>
      <section ref={screen.ref} className="leaderboard" aria-label={title}>
        <header className="leaderboard-head">
          <h2>{title}</h2>
          {teamName !== undefined && <span>{teamName}</span>}
        </header>
        {isPending && <Loading />}
        {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
        {data?.rows.length === 0 && (
          <Note icon="cup" title={t('nobody')}>
            {t('nobodyHint')}
          </Note>
        )}
        {data !== undefined && data.rows.length > 0 && <Standings measure={measure} board={data} />}
      </section>
    </div>
  );
};

/** Shows the next measure after a while. */
const useTurns = (turning: boolean, measure: Measure, show: (next: Measure) => void): void => {
  useEffect(() => {
    if (!turning) return undefined;
    const next = MEASURES[(MEASURES.indexOf(measure) + 1) % MEASURES.length] ?? measure;
    const later = window.setTimeout(() => show(next), TURN_MS);
    return () => window.clearTimeout(later);
  });
};
