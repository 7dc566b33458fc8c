import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { FILE_NAMES } from '#interchange/import-folder.js';
import { tellExport } from '../export.js';
import { showProgress } from '../show-progress.js';
import type { Server } from './server.js';

type ExportStatus = Readonly<{
  state: 'exporting' | 'completed' | 'failed';
  progress: Readonly<{ done: number; total: number | null; note?: string }> | null;
  error: string | null;
  events: number | null;
  omitted: number | null;
  files: readonly Readonly<{ name: string; rows: number }>[];
}>;

/** The server could not export. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed';
}

/** Has a running server export everything, fetches the files into a folder, and deletes them there. */
export const exportThroughServer = async (server: Server, folder: string): Promise<void> => {
  const { id } = await server.post<{ id: string }>('exports', {});
  const progress = showProgress('events');
  let last: ExportStatus;
  try {
    last = await server.follow<ExportStatus>(`exports/${id}`, (status) => {
      if (status.progress) progress.update({ phase: status.progress.note ?? '', ...status.progress });
      return status.state !== 'exporting';
    });
  } finally {
    progress.stop();
  }
  const { files, events, omitted } = last;
  if (events === null || omitted === null) throw new ExportFailed(`The server could not export: ${last.error}`);
  const strange = files.find(({ name }) => !FILE_NAMES.annals.includes(name));
  if (strange) throw new ExportFailed(`The server offers a file ${strange.name}, which is none of an export`);
  // As with an export of our own, a folder has either the whole of it or what was there before, file by file.
  const parts = join(folder, `.export-${uuidv7()}`);
  await mkdir(parts, { recursive: true });
  try {
    for (const { name } of files) await server.download(`exports/${id}/files/${name}`, join(parts, name));
    for (const { name } of files) await rename(join(parts, name), join(folder, name));
  } finally {
    await rm(parts, { recursive: true });
  }
  await server.delete(`exports/${id}`);
  tellExport({ events, omitted, files: Object.fromEntries(files.map(({ name, rows }) => [name, rows])) });
};
