import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Platform } from '#composition/platform.js';
import { type Format, importFolder } from '#interchange/import-folder.js';
import type { ImportReport } from '#interchange/loading/import-report.js';
import { reportText } from '#interchange/loading/report-text.js';
import { instantOf } from '#kernel/instant.js';
import { showProgress } from './show-progress.js';

/** Exit status of an import that left rows out. */
const ROWS_REJECTED = 2;

export type ImportOptions = Readonly<{ format: Format; report?: string; decimal?: '.' | ',' }>;

/** Imports a folder into the opened stores; the exit status is 2 when rows were rejected. */
export const runImport = async (platform: Platform, folder: string, options: ImportOptions): Promise<void> => {
  const importId = uuidv7();
  const progress = showProgress('rows');
  let report: ImportReport;
  try {
    const actor = { id: 'admin', role: 'admin' as const };
    const origin = { importId, actor, client: 'annals import', now: instantOf(Date.now()) };
    const how = options.decimal === undefined ? {} : { decimal: options.decimal };
    report = await importFolder(folder, options.format, platform, origin, progress.update, how);
  } finally {
    progress.stop();
  }
  const path = options.report ?? join(platform.settings.dataDir, 'reports', `import-${importId}.json`);
  await tellReport(importId, report, { file: path });
};

/** Says what became of an import, in the exit status too. Writes the report into a file, or says at which URL it is. */
export const tellReport = async (
  importId: string,
  report: ImportReport,
  place: Readonly<{ file: string } | { url: string }>,
): Promise<void> => {
  if ('file' in place) await writeReport(place.file, importId, report);
  process.stdout.write(`${reportText(report)}\nReport: ${'file' in place ? place.file : place.url}\n`);
  if (report.counts.rejected > 0) process.exitCode = ROWS_REJECTED;
};

const writeReport = async (path: string, importId: string, report: ImportReport): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify({ importId, ...report }, null, 2)}\n`);
  await writeFile(`${path.replace(/\.json$/, '')}.txt`, `${reportText(report)}\n`);
};
