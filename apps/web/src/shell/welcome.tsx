import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.js';
import { demoStatus } from '../api/imports.js';
import { Note, Refusal } from '../shared/states.js';
import { DemoProgress } from './demo-progress.js';
import { useDemo } from './use-demo.js';

/** What a newcomer sees before there is anything: the demo, or data of their own. */
export const Welcome = () => {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const demo = useDemo();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => answered(api.POST('/api/demo')),
    onSuccess: (status) => queries.setQueryData(demoStatus.queryKey, status),
  });
  return (
    <Note icon="board" title={t('welcome.title')}>
      <p>{t('welcome.text')}</p>
      {demo?.state === 'making' ? (
        <DemoProgress progress={demo.progress} />
      ) : (
        <Group justify="center">
          {(demo?.state === 'offered' || demo?.state === 'failed') && (
            <Button onClick={() => mutate()} loading={isPending}>
              {t('welcome.demo')}
            </Button>
          )}
          <Button variant="default" renderRoot={(props) => <Link to="/control/import" {...props} />}>
            {t('welcome.import')}
          </Button>
        </Group>
      )}
      <Refusal error={error} />
      <p>{t('welcome.guide')}</p>
    </Note>
  );
};
