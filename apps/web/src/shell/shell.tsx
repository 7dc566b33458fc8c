import { ActionIcon, Burger, Button, Group, Kbd, NavLink } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnected, useLiveChanges } from '../api/live-changes.js';
import { useMayWrite, useSession } from '../api/session.js';
import { useSessionEnded } from '../api/session-end.js';
import { OpenDeal } from '../deal/open-deal.js';
import { Icon } from '../shared/icon.js';
import { useOwn } from '../shared/own-search.js';
import { Failed, Loading } from '../shared/states.js';
import { addressOf, pages } from './pages.js';
import { QuickEntry } from './quick-entry.js';

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in.js')).SignInAgain }));
const SignIn = lazy(async () => ({ default: (await import('./sign-in.js')).SignIn }));
// What stands behind a button at the top can come a moment after the page.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.js')).AccountMenu }));
const NotificationBell = lazy(async () => ({
  default: (await import('../notification/notification-bell.js')).NotificationBell,
}));
const QuickEntryMenu = lazy(async () => ({ default: (await import('./quick-entry-menu.js')).QuickEntryMenu }));
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.js')).CommandPalette }));

const PAGES_AHEAD_MS = 1_500;

/** What stands around every page: sign-in first, then navigation, search, quick entry and the account. */
export const Shell = () => {
  const { data: actor, error, isPending, refetch } = useSession();
  if (isPending) return <Loading />;
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  return actor === null ? (
    <Suspense fallback={<Loading />}>
      <SignIn />
    </Suspense>
  ) : (
    <SignedIn />
  );
};

const SignedIn = () => {
  const { t } = useTranslation('shell');
  const [menuOpened, menu] = useDisclosure();
  const mayWrite = useMayWrite();
  const ended = useSessionEnded();
  const [paletteAsked, setPaletteAsked] = useState(0);
  const openPalette = () => setPaletteAsked((asked) => asked + 1);
  useHotkeys([['mod+K', openPalette]], []);
  useLiveChanges();
  usePagesAhead();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="shell-header">
        <Burger opened={menuOpened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
        <Link to="/" className="shell-brand">
          <img src="/annals.svg" alt="" width={28} height={28} />
          <span className="shell-brand-name">Annals</span>
        </Link>
        <Group ml="auto" gap="xs" wrap="nowrap">
          <LiveMark />
          <Button
            variant="default"
            leftSection={<Icon name="search" size={16} />}
            rightSection={<Kbd size="xs">Ctrl K</Kbd>}
            onClick={openPalette}
            visibleFrom="sm"
            fw={400}
          >
            {t('search')}
          </Button>
          <ActionIcon variant="default" size={36} onClick={openPalette} hiddenFrom="sm" aria-label={t('search')}>
            <Icon name="search" />
          </ActionIcon>
          <Suspense fallback={<span className="shell-menus" />}>
            {mayWrite && <QuickEntryMenu />}
            <NotificationBell />
            <AccountMenu />
          </Suspense>
        </Group>
      </header>
      <nav className="shell-navigation" data-opened={menuOpened} aria-label={t('navigation')}>
        <Navigation onNavigate={menu.close} />
      </nav>
      <main className="shell-main" id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
          <QuickEntry />
        </Suspense>
        <OpenDeal />
        <Suspense fallback={null}>{ended && <SignInAgain />}</Suspense>
        <Suspense fallback={null}>{paletteAsked > 0 && <CommandPalette asked={paletteAsked} />}</Suspense>
      </main>
    </div>
  );
};

/** Fetches the other pages while nothing else is to do: they open at once, also when the server is away by then. */
const usePagesAhead = (): void => {
  const router = useRouter();
  useEffect(() => {
    const later = window.setTimeout(() => {
      for (const { to } of pages) void router.preloadRoute({ to });
    }, PAGES_AHEAD_MS);
    return () => window.clearTimeout(later);
  }, [router]);
};

const Navigation = ({ onNavigate }: Readonly<{ onNavigate: () => void }>) => {
  const { t } = useTranslation('shell');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const own = useOwn();
  return pages.map((page) => {
    const { name, to, icon } = page;
    const active = path.startsWith(to);
    return (
      <NavLink
        key={name}
        renderRoot={(props) => <Link {...addressOf(page, own)} {...props} />}
        label={t(`page.${name}`)}
        leftSection={<Icon name={icon} />}
        active={active}
        aria-current={active ? 'page' : undefined}
        onClick={onNavigate}
        style={{ borderRadius: 8, marginBottom: 2 }}
      />
    );
  });
};

const LiveMark = () => {
  const { t } = useTranslation('shell');
  const ended = useSessionEnded();
  const connected = useConnected() && !ended;
  return (
    <span className="shell-live" role="status" data-connected={connected}>
      <span className="shell-live-text">{t(ended ? 'signedOut' : connected ? 'live' : 'offline')}</span>
    </span>
  );
};
