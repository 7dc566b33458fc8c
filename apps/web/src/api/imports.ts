import { queryOptions } from '@tanstack/react-query';
import { answered, api, onceOnly, type Schemas } from './client.js';

export const IMPORT_KINDS = [
  'customers',
  'deal_events',
  'activities',
  'quotas',
  'products',
  'reps',
  'teams',
  'customer_events',
  'company_calendars',
  'exchange_rates',
  'forecast_adjustments',
  'forecast_submissions',
  'submission_deadlines',
  'leaderboard_names',
  'leads',
  'lead_events',
  'team_events',
  'rep_events',
] as const;
export const IMPORT_FORMATS = ['annals', 'crm-sales'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export const DECIMAL_MARKS = ['.', ','] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** One file of rows of a kind, with the columns that go by other names in it (ours to theirs); or a folder's files. `decimal`: null where it is clear. */
export type Upload = (
  | Readonly<{ files: readonly File[]; kind: ImportKind; mapping: Readonly<Record<string, string>> }>
  | Readonly<{ files: readonly File[]; format: ImportFormat }>
) &
  Readonly<{ decimal: DecimalMark | null }>;

const formOf = (upload: Upload): FormData => {
  const form = new FormData();
  if ('format' in upload) form.set('format', upload.format);
  else {
    form.set('kind', upload.kind);
    form.set('mapping', JSON.stringify(upload.mapping));
  }
  if (upload.decimal !== null) form.set('decimal', upload.decimal);
  for (const file of upload.files) form.append('file', file, file.name);
  return form;
};

/** Uploads the files; what the server read of them. Nothing is imported yet. */
export const uploadImport = (upload: Upload) =>
  answered(
    api.POST('/api/imports', {
      params: { header: onceOnly() },
      // The form is the body: the fields are said by it alone.
      body: { file: [] },
      bodySerializer: () => formOf(upload),
    }),
  );

export type Preview = Awaited<ReturnType<typeof uploadImport>>;

export const DUPLICATE_CHOICES = ['create', 'skip', 'useExisting'] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];
export type DuplicateRow = Schemas['DuplicateRow'];
export type AlikeRow = Schemas['AlikeRow'];

/** `duplicates`: null where it was chosen before. */
export const commitImport = (id: string, duplicates: DuplicateChoice | null) =>
  api.POST('/api/imports/{id}/commit', {
    params: { path: { id }, header: onceOnly() },
    body: duplicates === null ? {} : { duplicates },
  });

const LOOK_EVERY_MS = 500;

/** How far an import is, and what became of its rows. */
export const importById = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    meta: { changesWith: ['import'] },
    refetchInterval: ({ state }) => (state.data?.state === 'importing' ? LOOK_EVERY_MS : false),
    queryFn: () => answered(api.GET('/api/imports/{id}', { params: { path: { id } } })),
  });

/** Whether the demo can be made, and how far it is. */
export const demoStatus = queryOptions({
  queryKey: ['demo'],
  refetchInterval: ({ state }) => (state.data?.state === 'making' ? LOOK_EVERY_MS : false),
  queryFn: () => answered(api.GET('/api/demo')),
});

export type RowProblem = Schemas['RowProblem'];
