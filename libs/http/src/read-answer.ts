import type { ReadAt } from './read-at.js';

/** What every read answers beside the thing itself: the instant on both time axes, and the position that it was read at. */
export const readAnswer = <Body extends object>({ asOf, knownAt }: ReadAt, position: bigint, body: Body) => ({
  asOf,
  knownAt,
  position: String(position),
  ...body,
});
