import { ActionIcon, Button, Group, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MOST_COUNTED, ownNotifications, unreadNotifications, useReadNotifications } from '../api/notifications.js';
import { Icon } from '../shared/icon.js';
import { Loading } from '../shared/states.js';
import { NotificationList } from './notification-list.js';

const LATEST = 8;

/** How many notifications are unread, and the latest ones. */
export const NotificationBell = () => {
  const { t } = useTranslation('notification');
  const [opened, { toggle, close }] = useDisclosure();
  const { data: unread = [] } = useQuery(unreadNotifications);
  const { mutate: read, isPending } = useReadNotifications();
  const count = unread.length > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread.length);
  return (
    <Popover
      position="bottom-end"
      width="min(400px, 94vw)"
      opened={opened}
      onChange={(isOpen) => !isOpen && close()}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={36}
          pos="relative"
          style={{ overflow: 'visible' }}
          onClick={toggle}
          aria-label={t('bell', { unread: count })}
        >
          <Icon name="bell" />
          {unread.length > 0 && (
            <span className="notification-count" aria-hidden>
              {count}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <Group justify="space-between" mb="xs">
          <Text fw={650}>{t('title')}</Text>
          {unread.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={isPending}
              onClick={() => read(unread.map(({ id }) => id))}
            >
              {t('readAll')}
            </Button>
          )}
        </Group>
        <Latest onFollow={close} />
        <Link to="/notifications" className="quiet-link" onClick={close}>
          {t('every')} →
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
};

const Latest = ({ onFollow }: Readonly<{ onFollow: () => void }>) => {
  const { t } = useTranslation('notification');
  const { data } = useInfiniteQuery(ownNotifications(false, LATEST));
  const items = data?.pages[0]?.items;
  if (items === undefined) return <Loading lines={3} />;
  if (items.length === 0) {
    return (
      <Text c="dimmed" size="sm" mb="sm">
        {t('none')}. {t('noneHint')}
      </Text>
    );
  }
  return (
    <div className="notification-scroll">
      <NotificationList items={items} onFollow={onFollow} />
    </div>
  );
};
