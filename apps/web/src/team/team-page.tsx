import './team.css';
import './team.texts.js';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRepChoices, useTeamChoices } from '../api/people.js';
import { useTime } from '../api/time.js';
import { FilterSelect } from '../shared/filter-select.js';
import { PageHead } from '../shared/page-head.js';
import { Pages } from '../shared/pages.js';
import { PeriodChoice } from '../shared/period-choice.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { usePeriod } from '../shared/use-period.js';
import { ActivityChart } from './activity-chart.js';
import { LandingChart } from './landing-chart.js';
import { LandingTable } from './landing-table.js';
import { MEMBERS_PER_PAGE, useMembers } from './members.js';
import { TeamLanding } from './team-landing.js';
import type { TeamSearch } from './team-search.js';

/** Who will reach their quota, who will miss it and why, and what everybody does. */
export const TeamPage = () => {
  const { t } = useTranslation('team');
  const { by = 'quarter', period, team, rep } = useSearch({ from: '/team' });
  const navigate = useNavigate({ from: '/team' });
  const { at } = useTime();
  const [page, setPage] = useState(1);
  const teams = useTeamChoices();
  const reps = useRepChoices();
  const picked = usePeriod(by, period);
  const { members, count, error, isPending, refetch } = useMembers({ by, period: picked, team, rep, at, page });
  const change = (to: TeamSearch) => {
    setPage(1);
    void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  };
  const pages = Math.ceil(count / MEMBERS_PER_PAGE);
  return (
    <div className="page">
      <PageHead title={t('title')}>
        <PeriodChoice by={by} period={picked} change={change} />
        <FilterSelect
          label={t('team')}
          all={t('everybody')}
          data={teams}
          value={team}
          change={(id) => change({ team: id })}
          width={180}
        />
        <FilterSelect
          label={t('rep')}
          all={t('everyRep')}
          data={reps}
          value={rep}
          change={(id) => change({ rep: id })}
          width={180}
        />
      </PageHead>
      <TimeBar />
      {rep === undefined && <TeamLanding team={team} period={picked} />}
      {isPending && <Loading />}
      {error && members.length === 0 && <Failed error={error} retry={() => void refetch()} />}
      {!isPending && !error && count === 0 && (
        <Note icon="team" title={t('nobody')}>
          {t('nobodyHint')}
        </Note>
      )}
      {!isPending && members.length > 0 && (
        <>
          <LandingChart period={picked} members={members} />
          <LandingTable period={picked} members={members} />
          <Pages label={t('pages')} count={pages} page={page} show={setPage} />
          <ActivityChart period={picked} members={members} />
        </>
      )}
    </div>
  );
};
