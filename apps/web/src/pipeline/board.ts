import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.js';
import { latestWrite } from '../api/latest-write.js';
import type { At } from '../api/time.js';

export type Board = Schemas['Board'];
export type Stage = Schemas['BoardStage'];
export type Card = Schemas['BoardCard'];

export type BoardFilter = Readonly<{ owner?: string; team?: string }>;

type BoardAsked = Readonly<{ processId: string; filter: BoardFilter; at: At; cards: number }>;

/** The open deals of a process by stage, with the so many largest of each. */
export const board = ({ processId, filter, at, cards }: BoardAsked) =>
  queryOptions({
    queryKey: ['board', processId, filter, at, cards],
    // A past day changes only by what is recorded later about it: a reload is soon enough.
    meta: { changesWith: at.asOf === undefined ? ['deal', 'process', 'rep', 'team'] : [] },
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const after = at.asOf === undefined ? latestWrite.position : null;
      const query = { ...filter, ...at, cards, ...(after !== null && { after }) };
      return answered(api.GET('/api/pipelines/{processId}', { params: { path: { processId }, query }, signal }));
    },
  });
