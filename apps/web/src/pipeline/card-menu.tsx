import { ActionIcon } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { returnFocus, wasFocusedAt } from '../shared/focus-origin.js';
import { Icon } from '../shared/icon.js';
import type { CardMenuProps } from './card-targets.js';

const CardMenuList = lazy(async () => ({ default: (await import('./card-menu-list.js')).CardMenuList }));

/** What dragging does, by keyboard. The menu itself is made on the first click: thousands of them would take long. */
export const CardMenu = (props: CardMenuProps) => {
  const { t } = useTranslation('pipeline');
  const [opened, setOpened] = useState(false);
  const key = `card ${props.card.id}`;
  // A card that moves, and a button whose menu opens or closes, are drawn anew: the focus stays with them.
  useEffect(() => {
    if (!opened && wasFocusedAt(key)) returnFocus();
  }, [opened, key]);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      aria-label={t('actions', { name: props.card.name })}
      aria-haspopup="menu"
      data-focus-key={key}
      onClick={() => setOpened(true)}
    >
      <Icon name="more" size={16} />
    </ActionIcon>
  );
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <CardMenuList {...props} button={button} onClose={() => setOpened(false)} />
    </Suspense>
  );
};
