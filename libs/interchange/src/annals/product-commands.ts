import { type Model, type Product, type ProductEvent, productDecisions } from '#products/products.contract.js';
import type { Mapping } from '../loading/mapping.js';
import type { RecordCommands, RowCommand } from '../loading/record-commands.js';
import { Cells } from '../rows/cells.js';
import type { Row, RowProblem } from '../rows/row.js';
import { readDetails } from './details.js';
import { provenanceOf, said } from './said.js';

type Described = {
  row: Row;
  rows: Row[];
  id: string;
  name: string;
  models: Model[];
  at: string;
  by: string | null;
  onBehalfOf: string | null;
};
type Commands = RecordCommands<Product | null, ProductEvent, string>;

/**
 * The rows of products.csv: one for each model of a product, or one without a model. Rows of one `revision` describe the
 * product as it was added (0, or empty), or as it was from then on.
 */
export const productCommands = (
  rows: readonly Row[],
  mapping: Mapping,
): Readonly<{
  records: readonly Commands[];
  bad: readonly Readonly<{ row: Row; problems: readonly RowProblem[] }>[];
}> => {
  const described = new Map<string, Map<number, Described>>();
  const bad: { row: Row; problems: readonly RowProblem[] }[] = [];
  for (const row of rows) {
    const cells = new Cells(row);
    const id = cells.requiredId('id');
    const revision = cells.whole('revision') ?? 0;
    const name = cells.required('name');
    const model = modelOf(cells, mapping.currency);
    const at = cells.instant('occurred_at') ?? mapping.first;
    const provenance = provenanceOf(cells, readDetails(cells));
    const versions = described.get(id) ?? new Map<number, Described>();
    const product = versions.get(revision) ?? { row, rows: [], id, name, models: [], at, ...provenance };
    if (product.name !== name)
      cells.wrong('name', 'NameDiffers', {
        found: cells.shown('name'),
        name: product.name,
        line: String(product.row.line),
      });
    if (cells.problems.length > 0) {
      bad.push({ row, problems: cells.problems });
      continue;
    }
    product.rows.push(row);
    if (model) product.models.push(model);
    described.set(id, versions.set(revision, product));
  }
  const records = [...described].map(([id, versions]): Commands => {
    const inOrder = [...versions].sort(([a], [b]) => a - b);
    return { id, commands: inOrder.map(([revision, product]) => commandOf(revision, product, mapping)) };
  });
  return { records, bad };
};

const modelOf = (cells: Cells, currency: string): Model | null => {
  const id = cells.id('model_id');
  const price = cells.money('price', currency);
  const productId = cells.id('id');
  if (id === null && price === null) return null;
  if (price === null) cells.required('price');
  // A product that has a price and no models is its own only model.
  return price && { id: id ?? productId ?? '', name: cells.text('model_name') ?? cells.text('name') ?? '', price };
};

const commandOf = (
  revision: number,
  { rows, name, models, at, by, onBehalfOf }: Described,
  { actor }: Mapping,
): RowCommand<Product | null, ProductEvent, string> => {
  const fields = { name, models };
  const decide = revision === 0 ? productDecisions.add(fields, actor) : productDecisions.revise(fields, actor);
  return { rows, says: rows.map(said), at, by, onBehalfOf, decide };
};
