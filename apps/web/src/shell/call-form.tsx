import { Button, Group, NumberInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { CustomerChoice } from '../shared/customer-choice.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import type { AboutProps } from './about.js';

const SECONDS = 60;

export const CallForm = ({ customerId, onDone }: AboutProps) => {
  const { t } = useTranslation('shell');
  const [customer, setCustomer] = useState(customerId ?? null);
  const [rep, setRep] = useState<string | null>(null);
  const [direction, setDirection] = useState<'inbound' | 'outbound'>('outbound');
  const [minutes, setMinutes] = useState<string | number>('');
  const [subject, setSubject] = useState('');
  const [outcome, setOutcome] = useState('');
  const likely = useLikelyRep(customer);
  const repId = rep ?? likely;

  const { mutate, error, isPending } = useWrite({
    changes: 'activity',
    done: () => t('entry.logged'),
    onDone,
    send: () =>
      api.POST('/api/activities/calls', {
        params: { header: onceOnly() },
        body: {
          repId: repId ?? '',
          direction,
          ...(customer !== null && { customerId: customer }),
          ...(typeof minutes === 'number' && { durationSeconds: Math.round(minutes * SECONDS) }),
          ...(subject.trim() !== '' && { subject }),
          ...(outcome.trim() !== '' && { outcome }),
        },
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
        <TextInput
          label={t('entry.subject')}
          value={subject}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          data-autofocus
        />
        <SegmentedControl
          aria-label={t('entry.direction')}
          value={direction}
          onChange={(value) => setDirection(value as typeof direction)}
          data={(['outbound', 'inbound'] as const).map((value) => ({ value, label: t(`entry.${value}`) }))}
          fullWidth
        />
        <Group grow align="start">
          <NumberInput
            label={t('entry.minutes')}
            value={minutes}
            onChange={setMinutes}
            min={0}
            max={1440}
            hideControls
          />
          <RepChoice label={t('entry.rep')} value={repId} onChange={setRep} required />
        </Group>
        <TextInput
          label={t('entry.outcome')}
          value={outcome}
          onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
        />
        <Refusal error={error} />
        <Button type="submit" loading={isPending} disabled={repId === null || customer === null}>
          {t('palette.call')}
        </Button>
      </Stack>
    </form>
  );
};
