import { Button, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.js';
import { demoStatus } from '../api/imports.js';
import { useSession } from '../api/session.js';
import { Note, Refusal } from '../shared/states.js';

/** What a newcomer sees before there is anything: the demo, or data of their own. */
export const Welcome = () => {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const isAdmin = useSession().data?.role === 'admin';
  const { data: demo } = useQuery({ ...demoStatus, enabled: isAdmin });
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => answered(api.POST('/api/demo')),
    onSuccess: (status) => queries.setQueryData(demoStatus.queryKey, status),
  });
  const isDone = demo?.state === 'completed';
  useEffect(() => {
    // All that pages read before was empty.
    if (isDone) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' });
  }, [isDone, queries]);
  const { done, total } = demo?.progress ?? { done: 0, total: null };
  return (
    <Note icon="board" title={t('welcome.title')}>
      <p>{t('welcome.text')}</p>
      {demo?.state === 'making' ? (
        <>
          <Progress value={total ? (100 * done) / total : 0} animated aria-label={t('welcome.making')} />
          <Text role="status">{t('welcome.making')}</Text>
        </>
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
