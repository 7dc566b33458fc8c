import { textsIn } from '../shared/search-texts.js';

/** The filters of the board, in the address; `since`: what changed in so many days is marked. */
export type BoardSearch = Readonly<{
  process?: string | undefined;
  owner?: string | undefined;
  team?: string | undefined;
  since?: number | undefined;
}>;

export const boardSearchOf = (search: Readonly<Record<string, unknown>>): BoardSearch => ({
  ...textsIn(search, ['process', 'owner', 'team']),
  ...(Number.isInteger(search.since) && Number(search.since) > 0 && { since: Number(search.since) }),
});
