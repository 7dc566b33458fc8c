import { Group, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dealActivities } from '../api/activities.js';
import type { Deal } from '../api/deals.js';
import { useRepName } from '../api/people.js';
import { useMayWrite } from '../api/session.js';
import { useTime } from '../api/time.js';
import { LogMenu } from '../customer/log-menu.js';
import { OpenTasks } from '../customer/open-tasks.js';
import { useFormats } from '../shared/formats.js';
import { MoreButton } from '../shared/more-button.js';

/** What is still to be done about a deal, and what was done lately; and where more of it is said. */
export const DealWork = ({ deal: { id: dealId, customerId } }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('customer');
  const { day } = useTime();
  const mayWrite = useMayWrite();
  return (
    <section aria-label={t('work')}>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h5">
          {t('work')}
        </Title>
        {mayWrite && day === null && <LogMenu about={{ customerId, dealId }} />}
      </Group>
      <OpenTasks of={{ customerId, dealId }} />
      <Activities dealId={dealId} />
    </section>
  );
};

const Activities = ({ dealId }: Readonly<{ dealId: string }>) => {
  const { t } = useTranslation('customer');
  const { at } = useTime();
  const { instant } = useFormats();
  const nameOf = useRepName();
  const query = useInfiniteQuery({ ...dealActivities(dealId, at), placeholderData: keepPreviousData });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ul className="plain-list" aria-label={t('activities')}>
        {items.map(({ id, kind, subject, text, repId, at: when }) => (
          <li key={id} className="task">
            <Text size="sm">{[t(`kind.${kind}`), subject ?? text].filter(Boolean).join(': ')}</Text>
            <Text size="sm" c="dimmed">
              {nameOf(repId)} · {instant(when)}
            </Text>
          </li>
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  );
};
