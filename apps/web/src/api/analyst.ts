import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EntryRow } from '../analyst/funnel-search.js';
import { type Answer, answered, api, ProblemError, type Schemas } from './client.js';
import type { Grain } from './forecasts.js';
import type { At } from './time.js';

export type Conversion = Answer<'/api/pipelines/{processId}/conversion'>;
export type Replay = Answer<'/api/replays/{id}'>;
export type ReplayRequest = Schemas['ReplayBody'];

export type ConversionAsked = Readonly<{
  processId: string;
  from: string;
  by: Grain | undefined;
  team: string | null;
  at: At;
}>;

/** How deals went through the stages from a day on; `by`: also by when they were opened. */
export const conversion = ({ processId, from, by, team, at }: ConversionAsked) =>
  queryOptions({
    queryKey: ['conversion', processId, from, by, team, at],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'process', 'rep', 'team'] : [] },
    placeholderData: keepPreviousData,
    enabled: processId !== '',
    queryFn: ({ signal }) => {
      const query = { ...at, from, ...(by !== undefined && { by }), ...(team !== null && { team }) };
      return answered(
        api.GET('/api/pipelines/{processId}/conversion', { params: { path: { processId }, query }, signal }),
      );
    },
  });

export type EnteredDeal = NonNullable<Conversion['items']>[number];

/** Which of the deals that came into the stage; `cohort`: in which of the periods, undefined: in all. */
export type EntriesBehind = Readonly<{ stage: string; row: EntryRow; cohort: string | undefined }>;

/** The deals that a count of a stage is made of, the latest first, page by page. */
export const enteredDeals = ({ processId, from, by, team, at }: ConversionAsked, behind: EntriesBehind) =>
  infiniteQueryOptions({
    queryKey: ['conversion', processId, from, by, team, at, behind],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'process', 'rep', 'team'] : [] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { cohort, ...part } = behind;
      const scope = { ...at, from, ...(by !== undefined && { by }), ...(team !== null && { team }) };
      const page = pageParam === undefined ? {} : { cursor: pageParam };
      const query = { ...scope, ...part, ...(cohort !== undefined && { cohort }), ...page };
      return answered(
        api.GET('/api/pipelines/{processId}/conversion', { params: { path: { processId }, query }, signal }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const LOOK_EVERY_MS = 700;
const isUnderWay = (replay: Readonly<{ state: string }> | undefined): boolean => replay?.state === 'running';

/** The replays that are there, newest first. */
export const replays = queryOptions({
  queryKey: ['replays'],
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_EVERY_MS : false),
  queryFn: async () => (await answered(api.GET('/api/replays'))).items,
});

export const replayById = (id: string) =>
  queryOptions({
    queryKey: ['replays', id],
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_EVERY_MS : false),
    queryFn: () => answered(api.GET('/api/replays/{id}', { params: { path: { id } } })),
  });

export const backTestById = (id: string) =>
  queryOptions({
    queryKey: ['back-tests', id],
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_EVERY_MS : false),
    queryFn: () => answered(api.GET('/api/back-tests/{id}', { params: { path: { id } } })),
  });

export const RESULT_FORMATS = ['csv', 'ndjson', 'parquet'] as const;

/** Where a file of a completed replay is. */
export const resultUrl = (id: string, format: (typeof RESULT_FORMATS)[number]): string =>
  `/api/replays/${encodeURIComponent(id)}/result?format=${format}`;

export type ResultRow = Readonly<Record<string, string | number | null>>;

/** So many rows of a result are shown; all of them are in its files. */
export const ROWS_SHOWN = 2_000;

/** The first rows of a result: no more of it is fetched than is shown. */
export const resultRows = (id: string) =>
  queryOptions({
    queryKey: ['replays', id, 'rows'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<readonly ResultRow[]> => {
      const response = await fetch(resultUrl(id, 'ndjson'), { signal });
      if (!response.ok || response.body === null) {
        throw new ProblemError(response.status, String(response.status), response.statusText);
      }
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const rows: ResultRow[] = [];
      let rest = '';
      for (let read = await reader.read(); !read.done && rows.length < ROWS_SHOWN; read = await reader.read()) {
        const lines = (rest + read.value).split('\n');
        rest = lines.pop() ?? '';
        rows.push(...lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ResultRow));
      }
      await reader.cancel();
      if (rest !== '' && rows.length < ROWS_SHOWN) rows.push(JSON.parse(rest) as ResultRow);
      return rows.slice(0, ROWS_SHOWN);
    },
  });

type WhatIfAsked = Readonly<{
  question: 'board' | 'forecast';
  parameters: Readonly<Record<string, string>>;
  scenario: Schemas['ScenarioBody'];
  at: At;
}>;

/** A question as of an instant under other assumptions, beside what was. */
export const whatIf = ({ question, parameters, scenario, at }: WhatIfAsked) =>
  queryOptions({
    queryKey: ['what-if', question, parameters, scenario, at],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answered(api.POST('/api/what-ifs', { body: { ...at, question, parameters, scenario }, signal })),
  });
