import type { Platform } from '#composition/platform.js';
import { type ExportReport, exportFolder } from '#interchange/exporting/export-folder.js';
import { showProgress } from './show-progress.js';

/** Writes the interchange files of all that the log holds into a folder. */
export const runExport = async (platform: Platform, folder: string): Promise<void> => {
  const progress = showProgress('events');
  const report = await exportFolder(folder, platform, progress.update).finally(progress.stop);
  tellExport(report);
};

/** Says what an export holds. */
export const tellExport = (report: ExportReport): void => {
  for (const [file, rows] of Object.entries(report.files)) process.stdout.write(`${file}: ${rows}\n`);
  process.stdout.write(`${report.events} events exported`);
  process.stdout.write(report.omitted > 0 ? ` (${report.omitted} tokens and receipts left out)\n` : '\n');
};
