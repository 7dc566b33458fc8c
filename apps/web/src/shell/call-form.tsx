import { Group, NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useWrite } from '../shared/use-write.js';
import { TextField } from '../shared/write-form.js';
import type { AboutProps } from './about.js';
import { ActivityForm, ActivityRep, useWho } from './activity-form.js';

const SECONDS = 60;

export const CallForm = ({ onDone, ...about }: AboutProps) => {
  const { t } = useTranslation('shell');
  const who = useWho(about);
  const [direction, setDirection] = useState<'inbound' | 'outbound'>('outbound');
  const [minutes, setMinutes] = useState<string | number>('');
  const [subject, setSubject] = useState('');
  const [outcome, setOutcome] = useState('');
  const write = useWrite({
    changes: 'activity',
    done: () => t('entry.logged'),
    onDone,
    send: () =>
      api.POST('/api/activities/calls', {
        params: { header: onceOnly() },
        body: {
          ...who.fields,
          direction,
          ...(typeof minutes === 'number' && { durationSeconds: Math.round(minutes * SECONDS) }),
          ...(subject.trim() !== '' && { subject }),
          ...(outcome.trim() !== '' && { outcome }),
        },
      }),
  });
  return (
    <ActivityForm write={write} submit={t('palette.call')} who={who}>
      <TextField label={t('entry.subject')} value={subject} onChange={setSubject} data-autofocus />
      <SegmentedControl
        aria-label={t('entry.direction')}
        value={direction}
        onChange={(value) => setDirection(value as typeof direction)}
        data={(['outbound', 'inbound'] as const).map((value) => ({ value, label: t(`entry.${value}`) }))}
        fullWidth
      />
      <Group grow align="start">
        <NumberInput label={t('entry.minutes')} value={minutes} onChange={setMinutes} min={0} max={1440} hideControls />
        <ActivityRep who={who} />
      </Group>
      <TextField label={t('entry.outcome')} value={outcome} onChange={setOutcome} />
    </ActivityForm>
  );
};
