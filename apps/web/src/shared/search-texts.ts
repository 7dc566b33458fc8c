/** Those of the named parts of an address that are texts; empty ones are as if they were not there. */
export const textsIn = <Name extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> =>
  Object.fromEntries(
    names.map((name) => [name, search[name]]).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
