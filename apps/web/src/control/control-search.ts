/** Which import the page shows, in the address. */
export const importSearchOf = ({ id }: Readonly<Record<string, unknown>>): Readonly<{ id?: string }> =>
  typeof id === 'string' && id !== '' ? { id } : {};
