import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Replay, type ReplayRequest, replays } from '../api/analyst.js';
import { answered, api, onceOnly } from '../api/client.js';
import { processes, useRepName } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { type Known, KnownChoice, useLikelyKnown } from './known-choice.js';
import { useSubject } from './replay-subject.js';

/** Questions asked of many past instants at once, worked off in the background. */
export const ReplaysPage = () => {
  const { t } = useTranslation('analyst');
  const { instant, count } = useFormats();
  const nameOf = useRepName();
  const subjectOf = useSubject();
  const mayAsk = useHasRole('analyst', 'manager');
  const [asking, setAsking] = useState(false);
  const { data, error, isPending, refetch } = useQuery(replays);
  return (
    <Panel
      title={t('replays.title')}
      tools={mayAsk && <Button onClick={() => setAsking(true)}>{t('replays.start')}</Button>}
    >
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && (
        <Note icon="beaker" title={t('replays.none')}>
          {t('replays.noneHint')}
        </Note>
      )}
      {data !== undefined && data.length > 0 && (
        <DataTable<Replay>
          label={t('replays.title')}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t('replays.subject'),
              cell: (replay) => (
                <Link to="/analyst/replays/$replayId" params={{ replayId: replay.id }} className="quiet-link">
                  {subjectOf(replay)}
                </Link>
              ),
            },
            { head: t('replays.state'), cell: ({ state }) => t(`replays.states.${state}`) },
            { head: t('replays.rows'), figure: true, cell: ({ rows }) => rows !== null && count(rows) },
            { head: t('replays.by'), cell: ({ by }) => nameOf(by) },
            { head: t('replays.at'), cell: ({ at }) => instant(at) },
          ]}
        />
      )}
      {asking && (
        <FormDialog onClose={() => setAsking(false)} title={t('replays.start')}>
          <ReplayForm />
        </FormDialog>
      )}
    </Panel>
  );
};

const QUESTIONS = ['board', 'forecast', 'performance', 'leaderboard', 'landing'] as const;
const STEPS = ['day', 'week', 'month'] as const;

const ReplayForm = () => {
  const { t } = useTranslation('analyst');
  const navigate = useNavigate();
  const { today } = useTime();
  const { data: known = [] } = useQuery(processes);
  const [question, setQuestion] = useState<(typeof QUESTIONS)[number]>('board');
  const [every, setEvery] = useState<(typeof STEPS)[number]>('month');
  const [chosenKnown, setKnown] = useState<Known | null>(null);
  const [chosen, setProcess] = useState<string | null>(null);
  const [from, setFrom] = useState(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`);
  const [to, setTo] = useState(today);
  const likely = useLikelyKnown(from);
  const knownAt = chosenKnown ?? likely;
  const processId = chosen ?? known[0]?.id ?? '';
  const body: ReplayRequest = {
    ...{ kind: 'series', question, every, knownAt, from, to },
    ...(question === 'board' && { parameters: { processId } }),
  };
  const write = useMutation({
    mutationFn: () => answered(api.POST('/api/replays', { params: { header: onceOnly() }, body })),
    onSuccess: (started) => void navigate({ to: '/analyst/replays/$replayId', params: { replayId: started.id } }),
  });
  return (
    <WriteForm write={write} submit={t('replays.run')} ready={from !== '' && to !== ''}>
      <Select
        label={t('replays.question')}
        data={QUESTIONS.map((value) => ({ value, label: t(`replays.questions.${value}`) }))}
        value={question}
        onChange={(value) => setQuestion((value ?? 'board') as typeof question)}
        allowDeselect={false}
        data-autofocus
      />
      {question === 'board' && known.length > 1 && (
        <Select
          label={t('process')}
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          value={processId}
          onChange={setProcess}
          allowDeselect={false}
        />
      )}
      <Group grow>
        <TextField label={t('from')} type="date" value={from} onChange={setFrom} required />
        <TextField label={t('to')} type="date" value={to} onChange={setTo} required />
      </Group>
      <Group grow align="start">
        <Select
          label={t('replays.every')}
          data={STEPS.map((value) => ({ value, label: t(`replays.steps.${value}`) }))}
          value={every}
          onChange={(value) => setEvery((value ?? 'month') as typeof every)}
          allowDeselect={false}
        />
        <KnownChoice value={knownAt} from={from} onChange={setKnown} />
      </Group>
    </WriteForm>
  );
};
