import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import type { Customer } from '../api/customers.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';

export type Contact = Customer['contacts'][number];

const FIELDS = ['title', 'email', 'phone'] as const;

type ContactFormProps = Readonly<{ customerId: string; contact: Contact | null; onDone: () => void }>;

/** Somebody to talk to; `contact`: who is changed, null: a new one. */
export const ContactForm = ({ customerId, contact, onDone }: ContactFormProps) => {
  const { t } = useTranslation('customer');
  const [name, setName] = useState(contact?.name ?? '');
  const [texts, setTexts] = useState(() => ({
    title: contact?.title ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
  }));
  const known = FIELDS.flatMap((field) => (texts[field].trim() === '' ? [] : [[field, texts[field].trim()] as const]));
  const write = useWrite({
    changes: 'customer',
    done: () => t('contact.saved', { name }),
    onDone,
    send: () =>
      api.POST('/api/customers/{id}/contacts', {
        params: { path: { id: customerId }, header: onceOnly() },
        body: { ...(contact !== null && { id: contact.id }), name: name.trim(), ...Object.fromEntries(known) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('contact.save')} ready={name.trim() !== ''}>
      <TextField label={t('contact.name')} value={name} onChange={setName} required data-autofocus />
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(`contact.${field}`)}
          type={field === 'email' ? 'email' : 'text'}
          value={texts[field]}
          onChange={(value) => setTexts({ ...texts, [field]: value })}
        />
      ))}
    </WriteForm>
  );
};
