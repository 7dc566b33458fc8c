import { isId } from '#kernel/ids.js';
import type { Successor } from '../domain/rep.events.js';

const SHARE = /^\d{1,7}(\.\d{1,6})?$/;
const MOST_SHARE = 1_000_000;
const MOST = 100;

/** Reads `ann:3,bob`, where Bob's share is 1, into who takes over; null: that it is not, or somebody is named twice. */
export const namedSuccessors = (text: string): readonly Successor[] | null => {
  const named = text.split(',').map((part): Successor | null => {
    const [ownerId = '', share = '1', ...more] = part.split(':');
    const isShare = SHARE.test(share) && Number(share) > 0 && Number(share) <= MOST_SHARE;
    return isId(ownerId) && isShare && more.length === 0 ? { ownerId, share: Number(share) } : null;
  });
  const people = new Set(named.map((successor) => successor?.ownerId));
  const isWhole = named.length <= MOST && people.size === named.length;
  const successors = named.filter((successor) => successor !== null);
  return isWhole && successors.length === named.length ? successors : null;
};
