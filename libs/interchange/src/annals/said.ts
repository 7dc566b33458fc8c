import type { Json } from '#kernel/json.js';
import type { Cells } from '../rows/cells.js';
import { plainDecimal } from '../rows/plain-decimal.js';
import type { Row } from '../rows/row.js';
import { type Details, idIn } from './details.js';

/** The columns that hold decimals: what these say depends on how the file writes them. */
const DECIMALS = ['amount', 'price', 'rate'];

/** What a row says, whatever the order of its columns: the same content is the same command. */
export const said = ({ cells, decimal = '.' }: Row): Json =>
  [...cells]
    .map(([column, text]) => [column, (DECIMALS.includes(column) && plainDecimal(text, decimal)) || text] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Who did it: the column `actor_id`, and `onBehalfOf` in the details. */
export const provenanceOf = (
  cells: Cells,
  details: Details,
): Readonly<{ by: string | null; onBehalfOf: string | null }> => ({
  by: cells.id('actor_id'),
  onBehalfOf: idIn(details, 'onBehalfOf', cells) ?? null,
});
