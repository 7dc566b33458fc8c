import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/customers.js';
import { useRepName } from '../api/people.js';
import { useFormats } from '../shared/formats.js';

/** Whom to talk to, and who looked after them when. */
export const CustomerPeople = ({ customer }: Readonly<{ customer: Customer }>) => {
  const { t } = useTranslation(['customer', 'shared']);
  const { instantDay } = useFormats();
  const nameOf = useRepName();
  const { contacts, owners } = customer;
  return (
    <>
      <section className="sheet panel">
        <Title order={2} size="h5">
          {t('contacts')}
        </Title>
        {contacts.length === 0 && <Text c="dimmed">{t('noContacts')}</Text>}
        <ul className="plain-list">
          {contacts.map(({ id, name, title, email, phone }) => (
            <li key={id} className="contact">
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
            </li>
          ))}
        </ul>
      </section>
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
