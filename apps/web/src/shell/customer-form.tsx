import { Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { LikelyDuplicates } from '../shared/likely-duplicates.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';

/** A contact is called by their name, or else by how to reach them. */
const contactsOf = ({ contact, email, phone }: Readonly<Record<'contact' | 'email' | 'phone', string>>) => {
  const name = [contact, email, phone].map((text) => text.trim()).find((text) => text !== '');
  return name === undefined
    ? []
    : [{ name, ...(email.trim() !== '' && { email }), ...(phone.trim() !== '' && { phone }) }];
};

const FIELDS = ['industry', 'region', 'source'] as const;

export const CustomerForm = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const likely = useLikelyRep(null);
  const [owner, setOwner] = useState<string | null>(likely);
  const [name, setName] = useState('');
  const [person, setPerson] = useState({ contact: '', email: '', phone: '' });
  const [profile, setProfile] = useState<Readonly<Partial<Record<(typeof FIELDS)[number], string>>>>({});
  const write = useWrite({
    changes: 'customer',
    done: () => t('entry.added', { name }),
    onDone: ({ id }) => {
      onDone();
      void navigate({ to: '/customers/$customerId', params: { customerId: id } });
    },
    send: () =>
      api.POST('/api/customers', {
        params: { header: onceOnly() },
        body: { name, ...(owner !== null && { ownerId: owner }), ...profile, contacts: contactsOf(person) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('palette.customer')} ready={name.trim() !== ''}>
      <TextField label={t('entry.name')} value={name} onChange={setName} required data-autofocus />
      <RepChoice label={t('entry.owner')} value={owner} onChange={setOwner} />
      <Group grow>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`entry.${field}`)}
            value={profile[field] ?? ''}
            onChange={(value) => {
              const { [field]: _, ...others } = profile;
              setProfile(value.trim() === '' ? others : { ...others, [field]: value });
            }}
          />
        ))}
      </Group>
      <Group grow>
        {(['contact', 'email', 'phone'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`entry.${field}`)}
            value={person[field]}
            onChange={(value) => setPerson({ ...person, [field]: value })}
          />
        ))}
      </Group>
      <LikelyDuplicates typed={{ name, email: person.email, phone: person.phone }} onLeave={onDone} />
    </WriteForm>
  );
};
