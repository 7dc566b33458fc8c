import './analyst.css';
import './analyst.texts.js';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { processes } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { Sections } from '../shared/sections.js';
import { Note } from '../shared/states.js';

const PARTS = ['funnel', 'what-if', 'replays', 'back-tests'] as const;

/** What analysts ask of history. */
export const AnalystLayout = () => {
  const { t } = useTranslation('analyst');
  const isEmpty = useQuery(processes).data?.length === 0;
  const mayAsk = useHasRole('analyst', 'manager');
  const parts = PARTS.filter((part) => part === 'funnel' || mayAsk).map((part) => ({
    to: `/analyst/${part}` as const,
    name: t(`section.${part}`),
  }));
  return isEmpty ? <NoProcess /> : <Sections title={t('title')} label={t('sections')} parts={parts} />;
};

/** Before there is any process nothing has a history to ask. */
const NoProcess = () => {
  const { t } = useTranslation(['analyst', 'shared']);
  return (
    <Note
      icon="beaker"
      title={t('noProcess')}
      action={
        <Button variant="light" renderRoot={(props) => <Link to="/pipeline" {...props} />}>
          {t('shared:failed.toStart')}
        </Button>
      }
    >
      {t('noProcessHint')}
    </Note>
  );
};
