import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { FILE_NAMES } from '#interchange/import-folder.js';
import type { ImportReport } from '#interchange/loading/import-report.js';
import { UnreadableFile } from '#interchange/rows/row.js';
import { type ImportOptions, tellReport } from '../import.js';
import { showProgress } from '../show-progress.js';
import type { Server } from './server.js';

type ImportStatus = Omit<ImportReport, 'counts' | 'events'> &
  Readonly<{
    state: 'previewed' | 'importing' | 'completed' | 'failed';
    progress: Readonly<{ done: number; total: number | null; note?: string }> | null;
    error: string | null;
    counts: (ImportReport['counts'] & Readonly<{ events: number }>) | null;
  }>;

/** The server took the files, and could not import them. */
export class ImportFailed extends Error {
  override readonly name = 'ImportFailed';
}

/** Hands the files of a folder to a running server, follows their import, and ends like an import of our own. */
export const importThroughServer = async (server: Server, folder: string, options: ImportOptions): Promise<void> => {
  const importId = uuidv7();
  await server.post('imports', await formOf(importId, folder, options));
  await server.post(`imports/${importId}/commit`, {});
  const progress = showProgress('rows');
  let last: ImportStatus;
  try {
    last = await server.follow<ImportStatus>(`imports/${importId}`, (status) => {
      if (status.progress) progress.update({ phase: status.progress.note ?? '', ...status.progress });
      return status.state === 'completed' || status.state === 'failed';
    });
  } finally {
    progress.stop();
  }
  const { counts, files, rejected, rejectedUnlisted, repairs, notices } = last;
  if (counts === null) throw new ImportFailed(`The server could not import ${folder}: ${last.error}`);
  const { events, ...rows } = counts;
  const report = { counts: rows, events, files, rejected, rejectedUnlisted, repairs, notices };
  const place =
    options.report === undefined ? { url: server.address(`imports/${importId}`) } : { file: options.report };
  await tellReport(importId, report, place);
};

const formOf = async (importId: string, folder: string, { format, decimal }: ImportOptions): Promise<FormData> => {
  const names = await readdir(folder).catch(() => {
    throw new UnreadableFile(`${folder} is no folder that can be read`);
  });
  const known = names.filter((name) => FILE_NAMES[format].includes(name));
  if (known.length === 0) throw new UnreadableFile(`${folder} has none of the files ${FILE_NAMES[format].join(', ')}`);
  const form = new FormData();
  form.set('id', importId);
  form.set('format', format);
  if (decimal !== undefined) form.set('decimal', decimal);
  for (const name of known) form.append('file', await openAsBlob(join(folder, name)), name);
  return form;
};
