import type { IconName } from '../shared/icon.js';

/** The pages of the navigation, in its order; `name` is a text of the shell. */
export const pages = [
  { name: 'pipeline', to: '/pipeline', icon: 'board' },
  { name: 'customers', to: '/customers', icon: 'building' },
  { name: 'forecast', to: '/forecast', icon: 'bars' },
  { name: 'team', to: '/team', icon: 'team' },
  { name: 'leaderboard', to: '/leaderboard', icon: 'cup' },
  { name: 'reports', to: '/reports', icon: 'report' },
  { name: 'analyst', to: '/analyst', icon: 'beaker' },
  { name: 'control', to: '/control', icon: 'cog' },
] as const satisfies readonly Readonly<{ name: string; to: string; icon: IconName }>[];
