import type { Settings } from '#config/settings.js';
import type { ReadAt } from '#http/read-at.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { DealFigures } from '../deal-figures/deal-figures.contract.js';
import * as board from './pipeline-board.query.js';

export type Board = board.Board;

type From = Readonly<{ readModels: ReadModels; figures: DealFigures; reads: ReadStore; settings: Settings }>;

/** The board, as `GET /pipelines/{processId}` has it, for who asks without HTTP. */
export const askBoard = (
  { readModels, figures, reads, settings }: From,
  processId: string,
  filter: Readonly<{ ownerId?: string; teamId?: string }>,
  at: ReadAt,
): Promise<Board> =>
  new board.PipelineBoardHandler(readModels, figures, reads, settings).execute(
    new board.PipelineBoardQuery(processId, at, filter),
  );
