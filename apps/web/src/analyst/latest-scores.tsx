import './analyst.texts.js';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { backTestById, replays } from '../api/analyst.js';
import { useSession } from '../api/session.js';
import { Panel } from '../shared/panel.js';
import { Scores } from './scores.js';

/** How good past forecasts were, by the last back-test that there is. Only those who may order one see it. */
export const LatestScores = () => {
  const { t } = useTranslation('analyst');
  const role = useSession().data?.role;
  const mayRead = role === 'admin' || role === 'manager' || role === 'analyst';
  const { data } = useQuery({ ...replays, enabled: mayRead });
  const latest = data?.find(
    ({ request, state }) => state === 'completed' && request.kind === 'series' && request.question === 'back-test',
  );
  const backTest = useQuery({ ...backTestById(latest?.id ?? ''), enabled: latest !== undefined });
  if (!mayRead || data === undefined) return null;
  if (backTest.data?.summary) return <Scores scores={backTest.data.summary} />;
  if (latest !== undefined) return null;
  return (
    <Panel title={t('backTests.past')}>
      <Text c="dimmed">{t('backTests.notYet')}</Text>
      <Link to="/analyst/back-tests" className="quiet-link">
        {t('backTests.title')} →
      </Link>
    </Panel>
  );
};
