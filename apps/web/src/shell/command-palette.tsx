import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersLike } from '../api/customers.js';
import { useMayWrite } from '../api/session.js';
import { useTime } from '../api/time.js';
import { Icon, type IconName } from '../shared/icon.js';
import { useOwn } from '../shared/own-search.js';
import { openEntry } from './open-entry.js';
import { addressOf, pages } from './pages.js';

const [store, palette] = createSpotlight();

type Action = Readonly<{ id: string; label: string; description?: string; icon: IconName; run: () => void }>;
type Group = Readonly<{ label: string; actions: readonly Action[] }>;

const SEARCH_AFTER_MS = 150;

/** Everything by a few letters: pages, what can be done, customers by name or contact. `asked` grows with each wish to see it. */
export const CommandPalette = ({ asked }: Readonly<{ asked: number }>) => {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const groups = useGroups(text);
  useEffect(() => {
    if (asked > 0) palette.open();
  }, [asked]);
  const found = groups.filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight.Root store={store} query={text} onQueryChange={setText} shortcut={null} maxHeight={420} scrollable>
      <Spotlight.Search
        placeholder={t('search')}
        aria-label={t('search')}
        leftSection={<Icon name="search" />}
        onKeyDown={({ key }) => {
          // Enter takes the first one, as long as the arrow keys have chosen no other.
          if (key !== 'Enter' || document.querySelector('[data-action][data-selected]') !== null) return;
          found[0]?.actions[0]?.run();
          palette.close();
        }}
      />
      <Spotlight.ActionsList>
        {found.map(({ label, actions }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {actions.map(({ id, label: name, description, icon, run }) => (
              <Spotlight.Action
                key={id}
                label={name}
                {...(description !== undefined && { description })}
                leftSection={<Icon name={icon} />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {found.length === 0 && <Spotlight.Empty>{t('nothingFound')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};

const useGroups = (text: string): readonly Group[] => {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const { day, travel } = useTime();
  const [sought] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS);
  const { data: customers = [] } = useQuery({ ...customersLike(sought), enabled: sought !== '' });

  const matching = (actions: readonly Action[]) =>
    actions.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const own = useOwn();
  const go = pages.map((page): Action => {
    const { name, icon } = page;
    return { id: name, label: t(`page.${name}`), icon, run: () => void navigate(addressOf(page, own)) };
  });
  const enter = (['deal', 'call', 'meeting', 'email', 'task', 'customer'] as const).map(
    (kind): Action => ({
      id: `new-${kind}`,
      label: t(`palette.${kind}`),
      icon: 'plus',
      run: () => openEntry({ kind }),
    }),
  );
  const now: Action = { id: 'now', label: t('palette.now'), icon: 'clock', run: () => travel({}) };
  const found = customers.map(
    ({ id, name, foundIn }): Action => ({
      id: `customer-${id}`,
      label: name,
      ...(foundIn !== null && { description: foundIn.value }),
      icon: 'building',
      run: () => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
    }),
  );
  return [
    { label: t('palette.go'), actions: matching(go) },
    { label: t('palette.do'), actions: matching(day !== null ? [now] : mayWrite ? enter : []) },
    { label: t('palette.customers'), actions: found },
  ];
};
