/** Which piece of work a page shows that was ordered before, in the address: an import, a back-test. */
export const orderSearchOf = ({ id }: Readonly<Record<string, unknown>>): Readonly<{ id?: string }> =>
  typeof id === 'string' && id !== '' ? { id } : {};
