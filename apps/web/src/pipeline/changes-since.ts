import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Answer, answered, api } from '../api/client.js';
import { addDays } from '../api/days.js';
import { allPages } from '../api/people.js';
import { type At, useTime } from '../api/time.js';
import type { BoardFilter } from './board.js';

type Changes = Answer<'/api/pipelines/{processId}/changes'>;
type Change = Changes['deals'][number];

/** What happened to an open deal since a day. */
export type Mark = Readonly<{ kind: 'created' | 'moved' | 'changed' }>;

/** By deal. */
export type Marks = ReadonlyMap<string, Mark>;

/** Steps of the waterfall, and the marks of the deals that are open at its end. */
export type Since = Readonly<{ steps: Omit<Changes, 'deals' | 'next'>; marks: Marks }>;

type ChangesAsked = Readonly<{ processId: string; filter: BoardFilter; from: string; at: At }>;

const changes = ({ processId, filter, from, at }: ChangesAsked) =>
  queryOptions({
    queryKey: ['changes', processId, filter, from, at],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'rep', 'team'] : [] },
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Since> => {
      const path = { processId };
      let steps: Changes | null = null;
      const deals = await allPages(async (page) => {
        const query = { ...filter, ...at, ...page, from };
        const answer = await answered(api.GET('/api/pipelines/{processId}/changes', { params: { path, query } }));
        steps = answer;
        return { items: answer.deals, next: answer.next };
      });
      if (steps === null) throw new Error('The changes have no first page');
      return { steps, marks: new Map(deals.flatMap(markOf)) };
    },
  });

const markOf = ({ id, from, to }: Change): readonly (readonly [string, Mark])[] => {
  if (to.status !== 'Open') return [];
  if (from === null) return [[id, { kind: 'created' }]];
  return [[id, { kind: from.stage === to.stage ? 'changed' : 'moved' }]];
};

const NO_MARKS: Marks = new Map();

/** What changed in the so many days before the day shown; `days` undefined: it was not asked. */
export const useChangesSince = (
  processId: string,
  filter: BoardFilter,
  days: number | undefined,
): Readonly<{ since: Since | null; marks: Marks }> => {
  const { at, day, today } = useTime();
  const from = addDays(day ?? today, -(days ?? 0));
  const { data } = useQuery({ ...changes({ processId, filter, from, at }), enabled: days !== undefined });
  const since = days === undefined ? null : (data ?? null);
  return useMemo(() => ({ since, marks: since?.marks ?? NO_MARKS }), [since]);
};
