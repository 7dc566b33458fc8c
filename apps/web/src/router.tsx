import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { funnelSearchOf } from './analyst/funnel-search.js';
import { whatIfSearchOf } from './analyst/what-if-search.js';
import { timeSearchOf } from './api/time.js';
import { dealSearchOf } from './deal/deal-search.js';
import { forecastSearchOf } from './forecast/forecast-search.js';
import { leaderboardSearchOf } from './leaderboard/leaderboard-search.js';
import { boardSearchOf } from './pipeline/board-search.js';
import { reportSearchOf } from './report/report-search.js';
import { NoPage } from './shared/no-page.js';
import { orderSearchOf } from './shared/order-search.js';
import { Failed, Loading } from './shared/states.js';
import { DealHome, Home } from './shell/home.js';
import { Shell } from './shell/shell.js';
import { teamSearchOf } from './team/team-search.js';

const rootRoute = createRootRoute({
  component: Shell,
  validateSearch: (search: Readonly<Record<string, unknown>>) => ({ ...timeSearchOf(search), ...dealSearchOf(search) }),
  search: { middlewares: [retainSearchParams(['day', 'known'])] },
});

const page = <Path extends string>(path: Path) => ({ getParentRoute: () => rootRoute, path });

const home = createRoute({
  ...page('/'),
  component: Home,
});

const pipeline = createRoute({
  ...page('/pipeline'),
  validateSearch: boardSearchOf,
  component: lazyRouteComponent(() => import('./pipeline/pipeline-page.js'), 'PipelinePage'),
});

const customers = createRoute({
  ...page('/customers'),
  component: lazyRouteComponent(() => import('./customer/customers-page.js'), 'CustomersPage'),
});

const customer = createRoute({
  ...page('/customers/$customerId'),
  component: lazyRouteComponent(() => import('./customer/customer-page.js'), 'CustomerPage'),
});

const deal = createRoute({
  ...page('/deals/$dealId'),
  component: DealHome,
});

const forecast = createRoute({
  ...page('/forecast'),
  validateSearch: forecastSearchOf,
  component: lazyRouteComponent(() => import('./forecast/forecast-page.js'), 'ForecastPage'),
});

const team = createRoute({
  ...page('/team'),
  validateSearch: teamSearchOf,
  component: lazyRouteComponent(() => import('./team/team-page.js'), 'TeamPage'),
});

const leaderboard = createRoute({
  ...page('/leaderboard'),
  validateSearch: leaderboardSearchOf,
  component: lazyRouteComponent(() => import('./leaderboard/leaderboard-page.js'), 'LeaderboardPage'),
});

const reports = createRoute({
  ...page('/reports'),
  validateSearch: reportSearchOf,
  component: lazyRouteComponent(() => import('./report/reports-page.js'), 'ReportsPage'),
});

const notifications = createRoute({
  ...page('/notifications'),
  component: lazyRouteComponent(() => import('./notification/notifications-page.js'), 'NotificationsPage'),
});

const analyst = createRoute({
  ...page('/analyst'),
  component: lazyRouteComponent(() => import('./analyst/analyst-layout.js'), 'AnalystLayout'),
});

const question = <Path extends string>(path: Path) => ({ getParentRoute: () => analyst, path });

const analystHome = createRoute({
  ...question('/'),
  beforeLoad: () => {
    throw redirect({ to: '/analyst/funnel' });
  },
});

const funnel = createRoute({
  ...question('/funnel'),
  validateSearch: funnelSearchOf,
  component: lazyRouteComponent(() => import('./analyst/funnel-page.js'), 'FunnelPage'),
});

const whatIf = createRoute({
  ...question('/what-if'),
  validateSearch: whatIfSearchOf,
  component: lazyRouteComponent(() => import('./analyst/what-if-page.js'), 'WhatIfPage'),
});

const replays = createRoute({
  ...question('/replays'),
  component: lazyRouteComponent(() => import('./analyst/replays-page.js'), 'ReplaysPage'),
});

const replay = createRoute({
  ...question('/replays/$replayId'),
  component: lazyRouteComponent(() => import('./analyst/replay-page.js'), 'ReplayPage'),
});

const backTests = createRoute({
  ...question('/back-tests'),
  validateSearch: orderSearchOf,
  component: lazyRouteComponent(() => import('./analyst/back-tests-page.js'), 'BackTestsPage'),
});

const control = createRoute({
  ...page('/control'),
  component: lazyRouteComponent(() => import('./control/control-layout.js'), 'ControlLayout'),
});

const part = <Path extends string>(path: Path) => ({ getParentRoute: () => control, path });

const controlHome = createRoute({
  ...part('/'),
  beforeLoad: () => {
    throw redirect({ to: '/control/import' });
  },
});

const imports = createRoute({
  ...part('/import'),
  validateSearch: orderSearchOf,
  component: lazyRouteComponent(() => import('./control/import-page.js'), 'ImportPage'),
});

const people = createRoute({
  ...part('/people'),
  component: lazyRouteComponent(() => import('./control/people-page.js'), 'PeoplePage'),
});

const rep = createRoute({
  ...part('/people/$repId'),
  component: lazyRouteComponent(() => import('./control/rep-page.js'), 'RepPage'),
});

const quotas = createRoute({
  ...part('/quotas'),
  component: lazyRouteComponent(() => import('./control/quotas-page.js'), 'QuotasPage'),
});

const rates = createRoute({
  ...part('/rates'),
  component: lazyRouteComponent(() => import('./control/exchange-rates-page.js'), 'ExchangeRatesPage'),
});

const processes = createRoute({
  ...part('/processes'),
  component: lazyRouteComponent(() => import('./control/processes-page.js'), 'ProcessesPage'),
});

const process = createRoute({
  ...part('/processes/$processId'),
  component: lazyRouteComponent(() => import('./control/process-page.js'), 'ProcessPage'),
});

const audit = createRoute({
  ...part('/audit'),
  component: lazyRouteComponent(() => import('./control/audit-page.js'), 'AuditPage'),
});

const projections = createRoute({
  ...part('/projections'),
  component: lazyRouteComponent(() => import('./control/projections-page.js'), 'ProjectionsPage'),
});

/** Every page: a new one is a folder, a route here, a line in `shell/pages.ts` and its texts in `texts/catalogue.ts`. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    home,
    pipeline,
    customers,
    customer,
    deal,
    forecast,
    team,
    leaderboard,
    reports,
    notifications,
    analyst.addChildren([analystHome, funnel, whatIf, replays, replay, backTests]),
    control.addChildren([controlHome, imports, people, rep, quotas, rates, processes, process, audit, projections]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NoPage,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error as Error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
