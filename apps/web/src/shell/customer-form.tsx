import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';

const FIELDS = ['industry', 'region', 'source'] as const;

export const CustomerForm = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const likely = useLikelyRep(null);
  const [owner, setOwner] = useState<string | null>(likely);
  const [name, setName] = useState('');
  const [profile, setProfile] = useState<Readonly<Partial<Record<(typeof FIELDS)[number], string>>>>({});
  const { mutate, error, isPending } = useWrite({
    changes: 'customer',
    done: () => t('entry.added', { name }),
    onDone: ({ id }) => {
      onDone();
      void navigate({ to: '/customers/$customerId', params: { customerId: id } });
    },
    send: () =>
      api.POST('/api/customers', {
        params: { header: onceOnly() },
        body: { name, ...(owner !== null && { ownerId: owner }), ...profile },
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('entry.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          required
          data-autofocus
        />
        <RepChoice label={t('entry.owner')} value={owner} onChange={setOwner} />
        <Group grow>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              label={t(`entry.${field}`)}
              value={profile[field] ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const { [field]: _, ...others } = profile;
                setProfile(value.trim() === '' ? others : { ...others, [field]: value });
              }}
            />
          ))}
        </Group>
        <Refusal error={error} />
        <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
          {t('palette.customer')}
        </Button>
      </Stack>
    </form>
  );
};
