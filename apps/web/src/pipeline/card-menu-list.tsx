import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import type { CardMenuProps } from './card-targets.js';

type CardMenuListProps = CardMenuProps & Readonly<{ button: ReactElement; onClose: () => void }>;

/** The opened menu of a card, at its button. */
export const CardMenuList = ({ card, stageId, targets, button, onClose }: CardMenuListProps) => {
  const { t } = useTranslation('pipeline');
  return (
    <Menu opened onClose={onClose} position="bottom-end" withInitialFocusPlaceholder={false} trapFocus returnFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {targets.stages
          .filter(({ id }) => id !== stageId && targets.mayEnter(stageId, id))
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
