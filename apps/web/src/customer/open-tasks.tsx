import { Button, Group, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWriteWhose } from '../api/access.js';
import { type Activity, openTasks, type TasksOf } from '../api/activities.js';
import { api, onceOnly } from '../api/client.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { RepChoice } from '../shared/rep-choice.js';
import { Failed } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { WriteForm } from '../shared/write-form.js';

/** What is still to be done, the most urgent first: done, or given to somebody else, in place. */
export const OpenTasks = ({ of }: Readonly<{ of: TasksOf }>) => {
  const { t } = useTranslation('customer');
  const { at, day } = useTime();
  const mayWrite = useMayWriteWhose();
  const [given, give] = useState<Activity | null>(null);
  const subjectOf = useSubject();
  const { data, error, refetch } = useQuery({ ...openTasks(of, at), placeholderData: keepPreviousData });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data?.length === 0) return <Text c="dimmed">{t('noTask')}</Text>;
  return (
    <>
      <ul className="plain-list" aria-label={t('tasks')}>
        {data?.map((task) => (
          <Task key={task.id} task={task} give={mayWrite(task.repId) && day === null ? () => give(task) : null} />
        ))}
      </ul>
      {given !== null && (
        <FormDialog onClose={() => give(null)} title={t('task.give', { subject: subjectOf(given) })}>
          <GiveForm task={given} onDone={() => give(null)} />
        </FormDialog>
      )}
    </>
  );
};

/** What a task is called, also one that has no subject. */
const useSubject = (): ((task: Activity) => string) => {
  const { t } = useTranslation('customer');
  return ({ subject }) => subject ?? t('task.unnamed');
};

/** `give`: null for whoever may not write it. */
const Task = ({ task, give }: Readonly<{ task: Activity; give: (() => void) | null }>) => {
  const { t } = useTranslation('customer');
  const { day } = useFormats();
  const { day: past, today } = useTime();
  const nameOf = useRepName();
  const { id, dueOn, repId } = task;
  const subject = useSubject()(task);
  const done = useWrite({
    changes: 'activity',
    done: () => t('task.done', { subject }),
    send: () =>
      api.POST('/api/activities/tasks/{id}/complete', { params: { path: { id }, header: onceOnly() }, body: {} }),
  });
  const isOverdue = dueOn !== null && dueOn < (past ?? today);
  return (
    <li className="task">
      <div>
        <Text fw={600}>{subject}</Text>
        <Text size="sm" c="dimmed">
          {nameOf(repId)}
          {dueOn !== null && ` · ${t(isOverdue ? 'task.overdue' : 'dueOn', { day: day(dueOn) })}`}
        </Text>
      </div>
      {give !== null && (
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            loading={done.isPending}
            aria-label={t('task.completeOf', { subject })}
            onClick={() => done.mutate()}
          >
            {t('task.complete')}
          </Button>
          <Button size="compact-sm" variant="subtle" aria-label={t('task.give', { subject })} onClick={give}>
            {t('task.giveShort')}
          </Button>
        </Group>
      )}
    </li>
  );
};

const GiveForm = ({ task, onDone }: Readonly<{ task: Activity; onDone: () => void }>) => {
  const { id, repId } = task;
  const subject = useSubject()(task);
  const { t } = useTranslation('customer');
  const nameOf = useRepName();
  const [to, setTo] = useState<string | null>(null);
  const write = useWrite({
    changes: 'activity',
    done: () => t('task.given', { subject, name: nameOf(to ?? '') }),
    onDone,
    send: () =>
      api.POST('/api/activities/tasks/{id}/reassign', {
        params: { path: { id }, header: onceOnly() },
        body: { repId: to ?? '' },
      }),
  });
  return (
    <WriteForm write={write} submit={t('task.giveDo')} ready={to !== null}>
      <RepChoice label={t('task.giveTo')} value={to} onChange={setTo} except={repId} required />
    </WriteForm>
  );
};
