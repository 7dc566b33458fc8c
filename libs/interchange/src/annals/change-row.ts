import type { Decision } from '#commands/command-runner.js';
import type { DomainEvent } from '#kernel/event.js';
import type { Mapped } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { type Details, readDetails } from './details.js';
import { provenanceOf, said } from './said.js';

/** A row of what became of a record since it was begun: whose the column `idColumn` tells, and what `changeOf` makes of it. */
export const changeRow = <S, E extends DomainEvent>(
  row: Row,
  idColumn: string,
  changeOf: (cells: Cells, details: Details) => Decision<S | null, E, string> | null,
): Mapped<S, E> => {
  const cells = new Cells(row);
  const id = cells.requiredId(idColumn);
  cells.required('occurred_at');
  const at = cells.instant('occurred_at');
  const details = readDetails(cells);
  const provenance = provenanceOf(cells, details);
  const decide = changeOf(cells, details);
  if (at === null || decide === null || cells.problems.length > 0) return cells;
  return { id, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};
