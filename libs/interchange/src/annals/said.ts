import type { Json } from '#kernel/json.js';
import type { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { type Details, idIn } from './details.js';

/** What a row says, whatever the order of its columns: the same content is the same command. */
export const said = ({ cells }: Row): Json => [...cells].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Who did it: the column `actor_id`, and `onBehalfOf` in the details. */
export const provenanceOf = (
  cells: Cells,
  details: Details,
): Readonly<{ by: string | null; onBehalfOf: string | null }> => ({
  by: cells.id('actor_id'),
  onBehalfOf: idIn(details, 'onBehalfOf', cells) ?? null,
});
