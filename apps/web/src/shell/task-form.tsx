import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useTime } from '../api/time.js';
import { useWrite } from '../shared/use-write.js';
import { TextField } from '../shared/write-form.js';
import type { AboutProps } from './about.js';
import { ActivityForm, ActivityRep, useWho } from './activity-form.js';

export const TaskForm = ({ onDone, ...about }: AboutProps) => {
  const { t } = useTranslation('shell');
  const { today } = useTime();
  const who = useWho(about);
  const [subject, setSubject] = useState('');
  const [dueOn, setDueOn] = useState('');
  const write = useWrite({
    changes: 'activity',
    done: () => t('entry.planned', { subject }),
    onDone,
    send: () =>
      api.POST('/api/activities/tasks', {
        params: { header: onceOnly() },
        body: { ...who.fields, subject, ...(dueOn !== '' && { dueOn }) },
      }),
  });
  return (
    <ActivityForm write={write} submit={t('palette.task')} who={who} ready={subject.trim() !== ''}>
      <TextField label={t('entry.toDo')} value={subject} onChange={setSubject} required data-autofocus />
      <Group grow align="start">
        <TextField label={t('entry.dueOn')} type="date" min={today} value={dueOn} onChange={setDueOn} />
        <ActivityRep who={who} label={t('entry.doer')} />
      </Group>
    </ActivityForm>
  );
};
