import type { Grain, Group } from '../api/forecasts.js';

export const GRAINS = ['month', 'quarter', 'year'] as const satisfies readonly Grain[];
export const GROUPS = [
  'none',
  'owner',
  'team',
  'region',
  'product',
  'source',
  'industry',
] as const satisfies readonly Group[];

/** What the page shows, in the address. */
export type ForecastSearch = Readonly<{
  by?: Grain | undefined;
  group?: Group | undefined;
  period?: string | undefined;
}>;

export const forecastSearchOf = ({ by, group, period }: Readonly<Record<string, unknown>>): ForecastSearch => ({
  ...(GRAINS.some((grain) => grain === by) && { by: by as Grain }),
  ...(GROUPS.some((dimension) => dimension === group) && { group: group as Group }),
  // A year reads as a number.
  ...(/^\d{4}(-(\d\d|Q[1-4]))?$/.test(String(period)) && { period: String(period) }),
});
