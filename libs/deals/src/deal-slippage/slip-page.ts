import { Largest } from '#kernel/largest.js';
import { InvalidCursor } from '#read-store/read-store.js';
import type { Slip } from './slips.js';

export type SlipPage = Readonly<{ limit?: number; cursor?: string }>;

const DEFAULT_LIMIT = 50;

/**
 * A page of slips of one kind, the latest first. The cursor names the last one shown, so that what happens meanwhile
 * shifts nothing.
 * @throws InvalidCursor
 */
export const slipPage = (
  slips: readonly Slip[],
  { limit = DEFAULT_LIMIT, cursor }: SlipPage,
): Readonly<{ page: readonly Slip[]; next: string | null }> => {
  const after = cursor === undefined ? null : placeOf(cursor);
  // One more than is shown tells whether there is a next page.
  const latest = new Largest<Slip>(limit + 1, latestFirst);
  for (const slip of slips) if (after === null || latestFirst(slip, after) > 0) latest.add(slip);
  const page = latest.items.slice(0, limit);
  const last = page.at(-1);
  return { page, next: latest.items.length > limit && last ? `${last.at}.${last.revision}.${last.dealId}` : null };
};

type Place = Pick<Slip, 'at' | 'revision' | 'dealId'>;

const latestFirst = (a: Place, b: Place): number =>
  b.at - a.at || (a.dealId === b.dealId ? b.revision - a.revision : a.dealId < b.dealId ? -1 : 1);

const placeOf = (cursor: string): Place => {
  const match = /^(-?\d{1,16})\.(\d{1,16})\.(.+)$/.exec(cursor);
  if (!match) throw new InvalidCursor('An instant, a revision and the id of a deal are expected');
  return { at: Number(match[1]), revision: Number(match[2]), dealId: match[3] ?? '' };
};
