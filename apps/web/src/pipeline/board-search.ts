/** The filters of the board, in the address. */
export type BoardSearch = Readonly<{
  process?: string | undefined;
  owner?: string | undefined;
  team?: string | undefined;
  since?: string | undefined;
}>;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const boardSearchOf = (search: Readonly<Record<string, unknown>>): BoardSearch =>
  Object.fromEntries(
    ['process', 'owner', 'team', 'since'].flatMap((key) => {
      const value = text(search[key]);
      return value === null ? [] : [[key, value]];
    }),
  );
