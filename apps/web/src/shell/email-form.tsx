import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useWrite } from '../shared/use-write.js';
import { TextField } from '../shared/write-form.js';
import type { AboutProps } from './about.js';
import { ActivityForm, ActivityRep, useWho } from './activity-form.js';

export const EmailForm = ({ onDone, ...about }: AboutProps) => {
  const { t } = useTranslation('shell');
  const who = useWho(about);
  const [direction, setDirection] = useState<'inbound' | 'outbound'>('outbound');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const write = useWrite({
    changes: 'activity',
    done: () => t('entry.emailLogged'),
    onDone,
    send: () =>
      api.POST('/api/activities/emails', {
        params: { header: onceOnly() },
        body: {
          ...who.fields,
          direction,
          ...(subject.trim() !== '' && { subject }),
          ...(text.trim() !== '' && { text }),
        },
      }),
  });
  return (
    <ActivityForm write={write} submit={t('palette.email')} who={who}>
      <TextField label={t('entry.subject')} value={subject} onChange={setSubject} data-autofocus />
      <SegmentedControl
        aria-label={t('entry.direction')}
        value={direction}
        onChange={(value) => setDirection(value as typeof direction)}
        data={[
          { value: 'outbound', label: t('entry.wrote') },
          { value: 'inbound', label: t('entry.wasWritten') },
        ]}
        fullWidth
      />
      <Textarea
        label={t('entry.emailText')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        minRows={3}
        autosize
      />
      <ActivityRep who={who} />
    </ActivityForm>
  );
};
