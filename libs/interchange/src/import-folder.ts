import type { CommandRunner } from '#commands/command-runner.js';
import type { EventRegistry } from '#commands/event-registry.js';
import type { Settings } from '#config/settings.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { importAnnals } from './annals/import-annals.js';
import { importCrmSales } from './crm-sales/import-crm-sales.js';
import { type ImportReport, ReportBuilder } from './loading/import-report.js';
import type { OnProgress } from './loading/progress.js';

export const FORMATS = ['annals', 'crm-sales'] as const;
export type Format = (typeof FORMATS)[number];

/** Where an import writes, and how its amounts and days are to be understood. */
export type ImportTarget = Readonly<{
  runner: CommandRunner;
  events: EventStore;
  registry: EventRegistry;
  settings: Pick<Settings, 'currency' | 'timeZone'>;
}>;

/** Who imports, when, and under which id: every fact of this import has it as its correlation id. */
export type ImportOrigin = Readonly<{ importId: string; actor: Actor; client: string; now: Instant }>;

/**
 * Imports a folder. The same folder again appends nothing: after a crash in the middle, import it again. A row that is
 * not accepted is in the report and stops no other.
 * @throws UnreadableFile when the folder is not of that format
 */
export const importFolder = async (
  folder: string,
  format: Format,
  target: ImportTarget,
  origin: ImportOrigin,
  onProgress: OnProgress = () => {},
): Promise<ImportReport> => {
  const { runner, events, registry, settings } = target;
  const report = new ReportBuilder();
  const run = format === 'annals' ? importAnnals : importCrmSales;
  await run(folder, { runner, events, registry, report, ...origin }, settings, onProgress);
  return report.build();
};
