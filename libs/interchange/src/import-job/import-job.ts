import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import { type CommandRunner, ofExisting } from '#commands/command-runner.js';
import type { EventRegistry } from '#commands/event-registry.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import { duplicateProjections, knownCustomers } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Job, Jobs } from '#jobs/jobs.js';
import { instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import type { ReadModels } from '#projections/read-models.js';
import { completeImport } from '../domain/complete-import.js';
import { importDecider } from '../domain/import.state.js';
import { importFolder, isFormat } from '../import-folder.js';
import type { ImportReport } from '../loading/import-report.js';
import { teller } from '../loading/teller.js';

const TYPE = 'import';

type Payload = Readonly<{ importId: string }>;

export type ImportJobDependencies = Readonly<{
  runner: CommandRunner;
  events: EventStore;
  registry: EventRegistry;
  readModels: ReadModels;
  settings: Settings;
}>;

/** Where the files of an upload lie, alone in their folder. Every process that imports needs to see it. */
export const uploadFolder = ({ dataDir }: Settings, importId: string): string => join(dataDir, 'uploads', importId);

const reportFile = ({ dataDir }: Settings, importId: string): string =>
  join(dataDir, 'reports', `import-${importId}.json`);

/** The report of a completed import; null when it is not there. */
export const readReport = async (settings: Settings, importId: string): Promise<ImportReport | null> => {
  try {
    return JSON.parse(await readFile(reportFile(settings, importId), 'utf8')) as ImportReport;
  } catch {
    return null;
  }
};

/** What was uploaded may name people: once it is in the log, where they can be erased, it is nowhere else. */
const forgetUpload = (settings: Settings, importId: string): Promise<void> =>
  rm(uploadFolder(settings, importId), { recursive: true, force: true });

export const jobIdOf = (importId: string): string => uuidv5(`import ${importId}`, ANNALS_NAMESPACE);

/** Starts the import, or starts it again if it has failed; harmless when it is waiting, running or done. */
export const enqueueImport = async (jobs: Jobs, importId: string): Promise<void> => {
  const payload: Payload = { importId };
  await jobs.enqueue(TYPE, payload, { id: jobIdOf(importId) });
  await jobs.retry(jobIdOf(importId));
};

/** Lets this process import what was committed; call before the jobs start. */
export const handleImports = (jobs: Jobs, dependencies: ImportJobDependencies): void => {
  jobs.handle<Payload>(TYPE, (job) => runImportJob(dependencies, job));
};

/** Killed in the middle it is run again: rows that were imported are recognised, and the rest goes on. */
const runImportJob = async (
  { runner, events, registry, readModels, settings }: ImportJobDependencies,
  job: Job<Payload>,
): Promise<void> => {
  const { importId } = job.payload;
  const { state, position } = await runner.record(importDecider, importId);
  if (state?.completed) await forgetUpload(settings, importId);
  if (!state?.committedBy || state.completed) return;
  const now = instantOf(Date.now());
  const actor = state.committedBy;
  const report = await importFolder(
    uploadFolder(settings, importId),
    isFormat(state.kind) ? state.kind : 'annals',
    { runner, events, registry, settings },
    { importId, actor, client: 'import', now },
    teller(job),
    {
      columns: state.columns,
      ...(state.decimal !== undefined && { decimal: state.decimal }),
      duplicates: {
        choice: state.duplicates ?? 'create',
        customers: async () => {
          await readModels.reachPatiently(duplicateProjections, String(position), job.signal);
          return knownCustomers(readModels, { asOf: now, knownAt: now });
        },
      },
    },
  );
  await mkdir(join(settings.dataDir, 'reports'), { recursive: true });
  await writeFile(reportFile(settings, importId), JSON.stringify(report, null, 2));
  const complete = ofExisting(
    importDecider,
    () => (existing: NonNullable<typeof state>) =>
      completeImport({ importId, ...report.counts, events: report.events }, existing),
  )();
  const context = {
    commandId: uuidv5(`complete import ${importId}`, ANNALS_NAMESPACE),
    ...{ actor: { id: 'system', role: 'admin' as const, onBehalfOf: actor.id }, now },
    ...{ source: 'job' as const, correlationId: importId },
  };
  const [completed] = await runner.series(importDecider, importId, [{ context, decide: complete }]);
  if (completed && isRejected(completed)) throw new Error(`${completed.rejected}: ${completed.detail}`);
  await forgetUpload(settings, importId);
};
