import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useWrite } from '../shared/use-write.js';
import type { AboutProps } from './about.js';
import { ActivityForm, ActivityRep, useWho } from './activity-form.js';

export const NoteForm = ({ onDone, ...about }: AboutProps) => {
  const { t } = useTranslation('shell');
  const who = useWho(about);
  const [text, setText] = useState('');
  const write = useWrite({
    changes: 'activity',
    done: () => t('entry.noted'),
    onDone,
    send: () =>
      api.POST('/api/activities/notes', {
        params: { header: onceOnly() },
        body: { ...who.fields, text },
      }),
  });
  return (
    <ActivityForm write={write} submit={t('palette.note')} who={who}>
      <Textarea
        label={t('entry.text')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        minRows={4}
        autosize
        required
        data-autofocus
      />
      <ActivityRep who={who} />
    </ActivityForm>
  );
};
