import { Button, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { type Process, processes } from '../api/people.js';
import { useSession } from '../api/session.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { emptyStage, isWhole, type StageDraft, stageBody, stageDraft } from './stage-draft.js';
import { StageLine } from './stage-line.js';

const NEW = 'new';

/** The stages of a process, edited; `new` in the address begins one. */
export const ProcessPage = () => {
  const { t } = useTranslation('control');
  const { processId } = useParams({ from: '/control/processes/$processId' });
  const { data, error, isPending, refetch } = useQuery(processes);
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const process = data.find(({ id }) => id === processId) ?? null;
  return (
    <>
      <Link to="/control/processes" className="quiet-link">
        ← {t('section.processes')}
      </Link>
      {process === null && processId !== NEW ? (
        <Note icon="warning" title={t('processes.unknown')} />
      ) : (
        <Editor key={`${processId} ${process?.version ?? 0}`} process={process} />
      )}
    </>
  );
};

const Editor = ({ process }: Readonly<{ process: Process | null }>) => {
  const { t } = useTranslation('control');
  const navigate = useNavigate();
  const isAdmin = useSession().data?.role === 'admin';
  const [name, setName] = useState(process?.name ?? '');
  const [stages, setStages] = useState<readonly StageDraft[]>(process?.stages.map(stageDraft) ?? [emptyStage()]);
  const [rules, setRules] = useState(process?.rules ?? { allowSkip: true, allowBack: true });
  const write = useWrite({
    changes: 'process',
    done: () => t('processes.saved', { name }),
    onDone: ({ id }) => void navigate({ to: '/control/processes/$processId', params: { processId: id } }),
    send: () => {
      const body = { name, rules, stages: stages.map(stageBody) };
      const header = onceOnly();
      return process === null
        ? api.POST('/api/processes', { params: { header }, body })
        : api.POST('/api/processes/{id}/revise', {
            params: { path: { id: process.id }, header: { ...header, 'If-Match': `"${process.revision}"` } },
            body,
          });
    },
  });
  const put = (at: number, stage: StageDraft) => setStages(stages.with(at, stage));
  const move = (at: number, to: number) => {
    const moved = stages[at];
    if (moved !== undefined) setStages(stages.toSpliced(at, 1).toSpliced(to, 0, moved));
  };
  return (
    <Panel title={process === null ? t('processes.add') : t('processes.edit', { name: process.name })}>
      <Text c="dimmed" size="sm">
        {t('processes.hint')}
      </Text>
      <WriteForm
        write={write}
        submit={t(process === null ? 'processes.create' : 'processes.revise')}
        ready={isAdmin && name.trim() !== '' && stages.every(isWhole)}
      >
        <TextField label={t('processes.name')} value={name} onChange={setName} required maw={420} />
        <ol className="stage-list" aria-label={t('processes.stages')}>
          {stages.map((stage, at) => (
            <StageLine
              key={stage.key}
              stage={stage}
              first={at === 0}
              last={at === stages.length - 1}
              change={(to) => put(at, to)}
              move={(by) => move(at, at + by)}
              {...(stages.length > 1 && { remove: () => setStages(stages.toSpliced(at, 1)) })}
            />
          ))}
        </ol>
        <div>
          <Button variant="default" onClick={() => setStages([...stages, emptyStage()])}>
            {t('processes.addStage')}
          </Button>
        </div>
        {(['allowSkip', 'allowBack'] as const).map((rule) => (
          <Switch
            key={rule}
            label={t(`processes.${rule}`)}
            checked={rules[rule]}
            onChange={({ currentTarget: { checked } }) => setRules({ ...rules, [rule]: checked })}
          />
        ))}
      </WriteForm>
    </Panel>
  );
};
