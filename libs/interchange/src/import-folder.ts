import type { CommandRunner } from '#commands/command-runner.js';
import type { EventRegistry } from '#commands/event-registry.js';
import type { Settings } from '#config/settings.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { ANNALS_FILE_NAMES } from './annals/annals-files.js';
import { importAnnals } from './annals/import-annals.js';
import { CRM_SALES_FILE_NAMES } from './crm-sales/crm-sales-files.js';
import { importCrmSales } from './crm-sales/import-crm-sales.js';
import type { ImportHow } from './loading/import-how.js';
import { type ImportReport, ReportBuilder } from './loading/import-report.js';
import type { OnProgress } from './loading/progress.js';

export const FORMATS = ['annals', 'crm-sales'] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

/** The names of the files of each format; others in a folder are not looked at. */
export const FILE_NAMES: Readonly<Record<Format, readonly string[]>> = {
  annals: ANNALS_FILE_NAMES,
  'crm-sales': CRM_SALES_FILE_NAMES,
};

/** Where an import writes, and how its amounts and days are to be understood. */
export type ImportTarget = Readonly<{
  runner: CommandRunner;
  events: EventStore;
  registry: EventRegistry;
  settings: Pick<Settings, 'currency' | 'timeZone' | 'fiscalYearStart'>;
}>;

/** Who imports, when, and under which id: every fact of this import has it as its correlation id. */
export type ImportOrigin = Readonly<{ importId: string; actor: Actor; client: string; now: Instant }>;

/**
 * Imports a folder. The same folder again appends nothing: after a crash in the middle, import it again. A row that is
 * not accepted is in the report and stops no other. `how`: of the annals format.
 * @throws UnreadableFile when the folder is not of that format
 */
export const importFolder = async (
  folder: string,
  format: Format,
  target: ImportTarget,
  origin: ImportOrigin,
  onProgress: OnProgress = () => {},
  how: ImportHow = {},
): Promise<ImportReport> => {
  const { runner, events, registry, settings } = target;
  const report = new ReportBuilder();
  const importing = { runner, events, registry, report, ...origin };
  if (format === 'annals') await importAnnals(folder, importing, settings, onProgress, how);
  else await importCrmSales(folder, importing, settings, onProgress);
  return report.build();
};
