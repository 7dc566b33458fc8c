import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import type { Card } from './board.js';

/** Where a card can go, and what else can happen to it. One object for all cards: they are memoised. */
export type Targets = Readonly<{
  stages: readonly Readonly<{ id: string; name: string }>[];
  moveTo: (card: Card, from: string, to: string) => void;
  close: (card: Card, how: 'win' | 'lose') => void;
}>;

type CardMenuProps = Readonly<{ card: Card; stageId: string; targets: Targets }>;

/** What dragging does, by keyboard. The menu itself is made on the first click: thousands of them would take long. */
export const CardMenu = ({ card, stageId, targets }: CardMenuProps) => {
  const { t } = useTranslation('pipeline');
  const [opened, setOpened] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      aria-label={t('actions', { name: card.name })}
      aria-haspopup="menu"
      onClick={() => setOpened(true)}
    >
      <Icon name="more" size={16} />
    </ActionIcon>
  );
  if (!opened) return button;
  return (
    <Menu opened onChange={setOpened} position="bottom-end" withInitialFocusPlaceholder={false} trapFocus returnFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {targets.stages
          .filter(({ id }) => id !== stageId)
          .map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => targets.moveTo(card, stageId, id)}>
              {name}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="check" size={16} />} onClick={() => targets.close(card, 'win')}>
          {t('win')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="close" size={16} />} onClick={() => targets.close(card, 'lose')}>
          {t('lose')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
