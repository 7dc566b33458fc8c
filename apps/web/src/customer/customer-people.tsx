import { Anchor, Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWriteOf } from '../api/access.js';
import { answered, api, onceOnly } from '../api/client.js';
import type { Customer } from '../api/customers.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { type Contact, ContactForm } from './contact-form.js';

/** Whom to talk to, and who looked after them when. */
export const CustomerPeople = ({ customer }: Readonly<{ customer: Customer }>) => {
  const { t } = useTranslation(['customer', 'shared']);
  const { instantDay } = useFormats();
  const nameOf = useRepName();
  const { owners } = customer;
  return (
    <>
      <Contacts customer={customer} />
      <section className="sheet panel">
        <Title order={2} size="h5">
          {t('owners')}
        </Title>
        <ol className="owners">
          {owners.toReversed().map(({ ownerId, from, to }) => (
            <li key={`${ownerId} ${from}`} data-current={to === null}>
              <Text span fw={600}>
                {ownerId === null ? t('shared:noOwner') : nameOf(ownerId)}
              </Text>
              <Text span c="dimmed" size="sm">
                {to === null
                  ? t('since', { day: instantDay(from) })
                  : t('span', { from: instantDay(from), to: instantDay(to) })}
              </Text>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
};

/** Null: a new one. Undefined: no form is open. */
type Edited = Contact | null | undefined;

const Contacts = ({ customer: { id: customerId, ownerId, contacts } }: Readonly<{ customer: Customer }>) => {
  const { t } = useTranslation('customer');
  const { day } = useTime();
  const mayWrite = useMayWriteOf(ownerId) && day === null;
  const [edited, edit] = useState<Edited>(undefined);
  const close = () => edit(undefined);
  return (
    <Panel
      title={t('contacts')}
      tools={
        mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => edit(null)}>
            {t('contact.add')}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <Text c="dimmed">{t('noContacts')}</Text>}
      <ul className="plain-list">
        {contacts.map((contact) => (
          <li key={contact.id} className="contact">
            <ContactLines contact={contact} />
            {mayWrite && <ContactDeeds customerId={customerId} contact={contact} edit={() => edit(contact)} />}
          </li>
        ))}
      </ul>
      {edited !== undefined && (
        <FormDialog
          onClose={close}
          title={edited === null ? t('contact.add') : t('contact.edit', { name: edited.name })}
        >
          <ContactForm customerId={customerId} contact={edited} onDone={close} />
        </FormDialog>
      )}
    </Panel>
  );
};

const ContactLines = ({ contact: { name, title, email, phone } }: Readonly<{ contact: Contact }>) => (
  <>
    <Text span fw={600}>
      {name}
    </Text>
    {title !== null && (
      <Text span c="dimmed" size="sm">
        {title}
      </Text>
    )}
    {email !== null && (
      <Anchor size="sm" href={`mailto:${email}`}>
        {email}
      </Anchor>
    )}
    {phone !== null && (
      <Anchor size="sm" href={`tel:${phone}`}>
        {phone}
      </Anchor>
    )}
  </>
);

type ContactDeedsProps = Readonly<{ customerId: string; contact: Contact; edit: () => void }>;

/** Changed, or removed, which is taken back by adding the same again. */
const ContactDeeds = ({ customerId, contact, edit }: ContactDeedsProps) => {
  const { t } = useTranslation('customer');
  const { id, name, title, email, phone } = contact;
  const path = { id: customerId };
  const remove = useWrite({
    changes: 'customer',
    done: () => t('contact.removed', { name }),
    undo: () => {
      const body = { id, name, ...(title && { title }), ...(email && { email }), ...(phone && { phone }) };
      return answered(api.POST('/api/customers/{id}/contacts', { params: { path, header: onceOnly() }, body }));
    },
    send: () =>
      api.DELETE('/api/customers/{id}/contacts/{contactId}', {
        params: { path: { ...path, contactId: id }, header: onceOnly() },
      }),
  });
  return (
    <>
      <div className="contact-deeds">
        <Button size="compact-xs" variant="subtle" aria-label={t('contact.edit', { name })} onClick={edit}>
          {t('edit')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('contact.remove', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('contact.removeShort')}
        </Button>
      </div>
      <Refusal error={remove.error} />
    </>
  );
};
