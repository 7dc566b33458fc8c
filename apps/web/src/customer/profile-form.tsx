import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import type { Customer } from '../api/customers.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';

const FIELDS = ['industry', 'region', 'source'] as const;

/** What is known of a customer; an empty field is one that is not known. Only what was changed is sent. */
export const ProfileForm = ({ customer, onDone }: Readonly<{ customer: Customer; onDone: () => void }>) => {
  const { t } = useTranslation(['customer', 'shared']);
  const { id } = customer;
  const [name, setName] = useState(customer.name);
  const [texts, setTexts] = useState(() => ({
    industry: customer.industry ?? '',
    region: customer.region ?? '',
    source: customer.source ?? '',
  }));
  const changed = FIELDS.flatMap((field) => {
    const value = texts[field].trim() === '' ? null : texts[field].trim();
    return value === customer[field] ? [] : [[field, value] as const];
  });
  const write = useWrite({
    changes: 'customer',
    done: () => t('profileChanged', { name }),
    onDone,
    send: () =>
      api.POST('/api/customers/{id}/profile', {
        params: { path: { id }, header: onceOnly() },
        body: { ...(name.trim() !== customer.name && { name: name.trim() }), ...Object.fromEntries(changed) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('shared:save')} ready={name.trim() !== ''}>
      <TextField label={t('name')} value={name} onChange={setName} required data-autofocus />
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(field)}
          value={texts[field]}
          onChange={(value) => setTexts({ ...texts, [field]: value })}
        />
      ))}
    </WriteForm>
  );
};
