import { Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { CustomerChoice } from '../shared/customer-choice.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import type { AboutProps } from './about.js';

export const NoteForm = ({ customerId, onDone }: AboutProps) => {
  const { t } = useTranslation('shell');
  const [customer, setCustomer] = useState(customerId ?? null);
  const [rep, setRep] = useState<string | null>(null);
  const [text, setText] = useState('');
  const likely = useLikelyRep(customer);
  const repId = rep ?? likely;
  const { mutate, error, isPending } = useWrite({
    changes: 'activity',
    done: () => t('entry.noted'),
    onDone,
    send: () =>
      api.POST('/api/activities/notes', {
        params: { header: onceOnly() },
        body: { repId: repId ?? '', text, ...(customer !== null && { customerId: customer }) },
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {customerId === undefined && (
          <CustomerChoice label={t('entry.customer')} value={customer} onChange={setCustomer} />
        )}
        <Textarea
          label={t('entry.text')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          minRows={4}
          autosize
          required
          data-autofocus
        />
        <RepChoice label={t('entry.rep')} value={repId} onChange={setRep} required />
        <Refusal error={error} />
        <Button type="submit" loading={isPending} disabled={repId === null || customer === null}>
          {t('palette.note')}
        </Button>
      </Stack>
    </form>
  );
};
