import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { openEntry } from './open-entry.js';

const ENTRIES = [
  { kind: 'deal', icon: 'board' },
  { kind: 'call', icon: 'call' },
  { kind: 'meeting', icon: 'team' },
  { kind: 'email', icon: 'mail' },
  { kind: 'task', icon: 'task' },
  { kind: 'customer', icon: 'building' },
] as const;

export const QuickEntryMenu = () => {
  const { t } = useTranslation(['shell', 'shared']);
  const { day, travel } = useTime();
  const { day: sayDay } = useFormats();
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button leftSection={<Icon name="plus" size={16} />} flex="none">
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {day !== null && (
          <>
            <Menu.Label>{t('shared:time.past', { day: sayDay(day) })}</Menu.Label>
            <Menu.Item leftSection={<Icon name="clock" />} onClick={() => travel({})}>
              {t('shared:time.backToNow')}
            </Menu.Item>
          </>
        )}
        {ENTRIES.map(({ kind, icon }) => (
          <Menu.Item
            key={kind}
            leftSection={<Icon name={icon} />}
            onClick={() => openEntry({ kind })}
            disabled={day !== null}
          >
            {t(`palette.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
