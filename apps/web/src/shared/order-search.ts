import { textsIn } from './search-texts.js';

/** Which piece of work a page shows that was ordered before, in the address: an import, a back-test. */
export const orderSearchOf = (search: Readonly<Record<string, unknown>>): Readonly<{ id?: string }> =>
  textsIn(search, ['id']);
