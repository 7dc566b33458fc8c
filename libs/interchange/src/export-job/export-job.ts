import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import type { EventRegistry } from '#commands/event-registry.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Job, Jobs } from '#jobs/jobs.js';
import { type ExportReport, exportFolder } from '../exporting/export-folder.js';
import { teller } from '../loading/teller.js';

const TYPE = 'export';

/** Written last: an export with it is whole. No file of an export has this name. */
const REPORT = 'export.json';

type Payload = Readonly<{ exportId: string }>;

export type ExportJobDependencies = Readonly<{ events: EventStore; registry: EventRegistry; settings: Settings }>;

/** Where the files of an export lie. Every process that exports, or hands the files out, needs to see it. */
export const exportDirectory = ({ dataDir }: Settings, exportId: string): string => join(dataDir, 'exports', exportId);

/** What a completed export holds; null when it is not completed, or was deleted. */
export const readExportReport = async (settings: Settings, exportId: string): Promise<ExportReport | null> => {
  try {
    return JSON.parse(await readFile(join(exportDirectory(settings, exportId), REPORT), 'utf8')) as ExportReport;
  } catch {
    return null;
  }
};

export const exportJobId = (exportId: string): string => uuidv5(`export ${exportId}`, ANNALS_NAMESPACE);

/** Starts the export, or starts it again if it has failed; harmless when it is waiting, running or done. */
export const enqueueExport = async (jobs: Jobs, exportId: string): Promise<void> => {
  const payload: Payload = { exportId };
  await jobs.enqueue(TYPE, payload, { id: exportJobId(exportId) });
  await jobs.retry(exportJobId(exportId));
};

/** Lets this process export; call before the jobs start. */
export const handleExports = (jobs: Jobs, dependencies: ExportJobDependencies): void => {
  jobs.handle<Payload>(TYPE, (job) => runExportJob(dependencies, job));
};

/** Killed in the middle it is run again from the beginning: an export changes nothing. */
const runExportJob = async ({ settings, ...log }: ExportJobDependencies, job: Job<Payload>): Promise<void> => {
  const { exportId } = job.payload;
  if (await readExportReport(settings, exportId)) return;
  const directory = exportDirectory(settings, exportId);
  await mkdir(directory, { recursive: true });
  const report = await exportFolder(directory, log, teller(job));
  const draft = join(directory, `.${REPORT}`);
  await writeFile(draft, JSON.stringify(report));
  await rename(draft, join(directory, REPORT));
};
