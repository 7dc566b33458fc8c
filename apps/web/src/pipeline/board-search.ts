/** The filters of the board, in the address; `since`: what changed in so many days is marked. */
export type BoardSearch = Readonly<{
  process?: string | undefined;
  owner?: string | undefined;
  team?: string | undefined;
  since?: number | undefined;
}>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const boardSearchOf = ({ process, owner, team, since }: Readonly<Record<string, unknown>>): BoardSearch => ({
  ...(isText(process) && { process }),
  ...(isText(owner) && { owner }),
  ...(isText(team) && { team }),
  ...(Number.isInteger(since) && Number(since) > 0 && { since: Number(since) }),
});
