import { InvalidCursor } from '#read-store/read-store.js';
import type { PipelineState } from './deal-change.js';
import type { WaterfallRow } from './waterfall.js';

/** A deal behind the waterfall, as it was at both instants; `size` is what it weighs in it, in minor units. */
export type ChangedDeal = Readonly<{
  id: string;
  size: number;
  rows: readonly WaterfallRow[];
  from: PipelineState | null;
  to: PipelineState;
}>;

const DEFAULT_LIMIT = 50;

/** A page of the deals, the largest first. The cursor names the last one shown. @throws InvalidCursor */
export const changePage = (
  deals: readonly ChangedDeal[],
  { limit = DEFAULT_LIMIT, cursor }: Readonly<{ limit?: number; cursor?: string }>,
): Readonly<{ shown: readonly ChangedDeal[]; next: string | null }> => {
  const place = cursor === undefined ? null : placeOf(cursor);
  const rest = place === null ? deals : deals.filter((deal) => largestFirst(deal, place) > 0);
  const shown = rest.toSorted(largestFirst).slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rest.length > limit && last ? `${last.size}.${last.id}` : null };
};

type Place = Pick<ChangedDeal, 'size' | 'id'>;

const largestFirst = (a: Place, b: Place): number => b.size - a.size || (a.id < b.id ? -1 : Number(a.id > b.id));

const placeOf = (cursor: string): Place => {
  const match = /^(\d{1,16})\.(.+)$/.exec(cursor);
  if (!match) throw new InvalidCursor('An amount and the id of a deal are expected');
  return { size: Number(match[1]), id: match[2] ?? '' };
};
