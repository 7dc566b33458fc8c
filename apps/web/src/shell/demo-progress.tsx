import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';

type DemoProgressProps = Readonly<{ progress: Schemas['DemoStatus']['progress'] }>;

/** The demo is being made: how far it is. */
export const DemoProgress = ({ progress }: DemoProgressProps) => {
  const { t } = useTranslation('shell');
  const { done, total } = progress ?? { done: 0, total: null };
  return (
    <div className="page">
      <Progress value={total ? (100 * done) / total : 0} animated aria-label={t('welcome.making')} />
      <Text role="status">{t('welcome.making')}</Text>
    </div>
  );
};
