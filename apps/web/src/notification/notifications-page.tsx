import './notification.texts.js';
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownNotifications, unreadNotifications, useReadNotifications } from '../api/notifications.js';
import { MoreButton } from '../shared/more-button.js';
import { PageHead } from '../shared/page-head.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { NotificationList } from './notification-list.js';

const PAGE = 30;

/** All that somebody was told, with what was said. */
export const NotificationsPage = () => {
  const { t } = useTranslation('notification');
  const [onlyUnread, setOnlyUnread] = useState(false);
  const query = useInfiniteQuery(ownNotifications(onlyUnread, PAGE));
  const { data: unread = [] } = useQuery(unreadNotifications);
  const { mutate: read, isPending: isReading } = useReadNotifications();
  const { data, error, isPending, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <div className="page">
      <PageHead title={t('title')}>
        <SegmentedControl
          aria-label={t('show')}
          value={onlyUnread ? 'unread' : 'all'}
          onChange={(which) => setOnlyUnread(which === 'unread')}
          data={[
            { value: 'all', label: t('all') },
            { value: 'unread', label: t('unread') },
          ]}
        />
        {unread.length > 0 && (
          <Button variant="default" loading={isReading} onClick={() => read(unread.map(({ id }) => id))}>
            {t('readAll')}
          </Button>
        )}
      </PageHead>
      {isPending && <Loading />}
      {error && items === undefined && <Failed error={error} retry={() => void refetch()} />}
      {items?.length === 0 && (
        <Note icon="bell" title={t(onlyUnread ? 'allRead' : 'none')}>
          {t('noneHint')}
        </Note>
      )}
      {items !== undefined && items.length > 0 && (
        <section className="sheet panel" aria-label={t('title')}>
          <NotificationList items={items} whole />
        </section>
      )}
      <MoreButton query={query} />
    </div>
  );
};
