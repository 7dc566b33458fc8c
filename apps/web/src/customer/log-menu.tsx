import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import { type Entry, openEntry } from '../shell/open-entry.js';

const KINDS = [
  { kind: 'call', icon: 'call' },
  { kind: 'meeting', icon: 'team' },
  { kind: 'email', icon: 'mail' },
  { kind: 'note', icon: 'note' },
  { kind: 'task', icon: 'task' },
] as const;

type LogMenuProps = Readonly<{ about: Pick<Entry, 'customerId' | 'dealId'>; except?: readonly Entry['kind'][] }>;

/** What was done, or is to be done, about a customer or a deal. */
export const LogMenu = ({ about, except = [] }: LogMenuProps) => {
  const { t } = useTranslation(['customer', 'shell']);
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />}>
          {t('activities')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.filter(({ kind }) => !except.includes(kind)).map(({ kind, icon }) => (
          <Menu.Item key={kind} leftSection={<Icon name={icon} />} onClick={() => openEntry({ ...about, kind })}>
            {t(`shell:palette.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
