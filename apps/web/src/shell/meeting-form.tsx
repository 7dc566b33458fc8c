import { Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { clockAt, instantOf } from '../api/days.js';
import { useWrite } from '../shared/use-write.js';
import { TextField } from '../shared/write-form.js';
import type { AboutProps } from './about.js';
import { ActivityForm, ActivityRep, useWho } from './activity-form.js';

const MINUTE_MS = 60_000;

/** A meeting that was, or that is to be: in the company's time zone. */
export const MeetingForm = ({ onDone, ...about }: AboutProps) => {
  const { t } = useTranslation('shell');
  const { timeZone } = useCompany();
  const who = useWho(about);
  const [subject, setSubject] = useState('');
  const [clock, setClock] = useState(() => clockAt(new Date(), timeZone));
  const [minutes, setMinutes] = useState<string | number>('');
  const [outcome, setOutcome] = useState('');
  const write = useWrite({
    changes: 'activity',
    done: () => t('entry.meetingLogged'),
    onDone,
    send: () => {
      const startsAt = instantOf(clock, timeZone);
      const endsAt = (lasting: number) => new Date(Date.parse(startsAt) + lasting * MINUTE_MS).toISOString();
      return api.POST('/api/activities/meetings', {
        params: { header: onceOnly() },
        body: {
          ...who.fields,
          startsAt,
          ...(typeof minutes === 'number' && minutes > 0 && { endsAt: endsAt(minutes) }),
          ...(subject.trim() !== '' && { subject }),
          ...(outcome.trim() !== '' && { outcome }),
        },
      });
    },
  });
  return (
    <ActivityForm write={write} submit={t('palette.meeting')} who={who} ready={clock !== ''}>
      <TextField label={t('entry.subject')} value={subject} onChange={setSubject} data-autofocus />
      <Group grow align="start">
        <TextField label={t('entry.startsAt')} type="datetime-local" value={clock} onChange={setClock} required />
        <NumberInput label={t('entry.minutes')} value={minutes} onChange={setMinutes} min={0} max={1440} hideControls />
      </Group>
      <TextField label={t('entry.outcome')} value={outcome} onChange={setOutcome} />
      <ActivityRep who={who} />
    </ActivityForm>
  );
};
