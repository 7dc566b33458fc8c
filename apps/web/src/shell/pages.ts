import type { IconName } from '../shared/icon.js';
import type { Own } from '../shared/own-search.js';

type Page = Readonly<{
  name: string;
  to: string;
  icon: IconName;
  /** What its address calls the rep whose business it shows, where it shows one's own first. */
  whose?: 'owner' | 'rep';
}>;

/** The pages of the navigation, in its order; `name` is a text of the shell. */
export const pages = [
  { name: 'pipeline', to: '/pipeline', icon: 'board', whose: 'owner' },
  { name: 'customers', to: '/customers', icon: 'building' },
  { name: 'forecast', to: '/forecast', icon: 'bars', whose: 'owner' },
  { name: 'team', to: '/team', icon: 'team', whose: 'rep' },
  { name: 'leaderboard', to: '/leaderboard', icon: 'cup' },
  { name: 'reports', to: '/reports', icon: 'report', whose: 'owner' },
  { name: 'analyst', to: '/analyst', icon: 'beaker' },
  { name: 'control', to: '/control', icon: 'cog' },
] as const satisfies readonly Page[];

/** The address of a page as somebody comes to it from the navigation. */
export const addressOf = ({ to, whose }: (typeof pages)[number] & Pick<Page, 'whose'>, own: Own | null) => {
  const { owner, team } = own ?? {};
  const search = whose === undefined ? {} : { ...(owner && { [whose]: owner }), ...(team && { team }) };
  return { to, search: search as never };
};
