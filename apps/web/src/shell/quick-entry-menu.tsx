import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import { openEntry } from './open-entry.js';

export const QuickEntryMenu = () => {
  const { t } = useTranslation('shell');
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button leftSection={<Icon name="plus" size={16} />} flex="none">
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="board" />} onClick={() => openEntry({ kind: 'deal' })}>
          {t('palette.deal')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="call" />} onClick={() => openEntry({ kind: 'call' })}>
          {t('palette.call')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="building" />} onClick={() => openEntry({ kind: 'customer' })}>
          {t('palette.customer')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
