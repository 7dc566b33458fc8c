import './control.css';
import './control.texts.js';
import { Title } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const SECTIONS = ['import', 'people', 'quotas', 'processes', 'audit', 'projections'] as const;

/** Data and control: a page for each part, with an address of its own. */
export const ControlLayout = () => {
  const { t } = useTranslation('control');
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <div className="page">
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <nav className="sections" aria-label={t('sections')}>
        {SECTIONS.map((section) => {
          const to = `/control/${section}` as const;
          return (
            <Link key={section} to={to} aria-current={path.startsWith(to) ? 'page' : undefined}>
              {t(`section.${section}`)}
            </Link>
          );
        })}
      </nav>
      <Outlet />
    </div>
  );
};
