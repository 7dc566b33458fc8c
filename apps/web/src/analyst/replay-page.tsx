import { Button, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RESULT_FORMATS, type Replay, replayById, replays, resultUrl } from '../api/analyst.js';
import { answered, api } from '../api/client.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading, Refusal } from '../shared/states.js';
import { ReplayRows } from './replay-rows.js';
import { useSubject } from './replay-subject.js';

/** One replay: how far it is, its rows, and its files. */
export const ReplayPage = () => {
  const { t } = useTranslation('analyst');
  const { replayId } = useParams({ from: '/analyst/replays/$replayId' });
  const { data: replay, error, isPending, refetch } = useQuery(replayById(replayId));
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return (
    <>
      <Link to="/analyst/replays" className="quiet-link">
        ← {t('section.replays')}
      </Link>
      <ReplayState replay={replay} />
      {replay.state === 'completed' && replay.columns && <ReplayRows id={replay.id} columns={replay.columns} />}
    </>
  );
};

/** How far a replay is, with what can be done about it. */
export const ReplayState = ({
  replay,
}: Readonly<{ replay: Pick<Replay, 'id' | 'request' | 'state' | 'progress' | 'error' | 'rows'> }>) => {
  const { t } = useTranslation('analyst');
  const { count } = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const subjectOf = useSubject();
  const { id, state, progress, error, rows } = replay;
  const params = { path: { id } };
  const cancel = useMutation({
    mutationFn: () => answered(api.POST('/api/replays/{id}/cancel', { params })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['replays'] }),
  });
  const remove = useMutation({
    mutationFn: () => answered(api.DELETE('/api/replays/{id}', { params })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: replays.queryKey, exact: true });
      void navigate({ to: '/analyst/replays' });
    },
  });
  const total = progress?.total ?? null;
  const said = t(`replays.states.${state}`);
  return (
    <Panel
      title={subjectOf(replay)}
      tools={
        <Group gap={6}>
          {state === 'completed' &&
            RESULT_FORMATS.map((format) => (
              <Button key={format} component="a" href={resultUrl(id, format)} size="compact-sm" variant="default">
                {t(`replays.formats.${format}`)}
              </Button>
            ))}
          {state === 'running' ? (
            <Button size="compact-sm" variant="default" onClick={() => cancel.mutate()} loading={cancel.isPending}>
              {t('replays.cancel')}
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => remove.mutate()} loading={remove.isPending}>
              {t('replays.delete')}
            </Button>
          )}
        </Group>
      }
    >
      {state === 'running' && (
        <Progress value={total ? (100 * (progress?.done ?? 0)) / total : 100} animated aria-label={said} />
      )}
      <Text role="status">
        {said}
        {rows !== null && ` · ${t('replays.rowCount', { rows: count(rows) })}`}
      </Text>
      {error !== null && <Text role="alert">{error}</Text>}
      <Refusal error={cancel.error ?? remove.error} />
    </Panel>
  );
};
