import { join } from 'node:path';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import type { Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { StoreKind } from '#event-store/archive/archive-format.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { openEmbeddedLogRestore } from '#event-store/embedded/embedded-log-restore.js';
import { openEmbeddedLogView } from '#event-store/embedded/log-view.js';
import type { EventStore } from '#event-store/event-store.js';
import type { LogRestore } from '#event-store/log-restore.js';
import { openEmbeddedJobs } from '#jobs/embedded/embedded-jobs.js';
import type { Jobs } from '#jobs/jobs.js';
import { openEmbeddedKeyStore } from '#privacy/embedded/embedded-key-store.js';
import { encryptPersonalData } from '#privacy/encrypt-personal-data.js';
import { KeyRing } from '#privacy/key-ring.js';
import type { KeyStore } from '#privacy/key-store.js';
import { masterKeysOf } from '#privacy/master-keys.js';
import { personalCatalogue } from '#privacy/personal-fields.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { SidedReads } from '#projections/sided-reads.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type AuditKeys, auditKeysOf } from '#tamper-evidence/audit-keys.js';
import { openSealFile } from '#tamper-evidence/embedded/seal-file.js';
import type { SealStore } from '#tamper-evidence/seal-store.js';
import { deciders, projections } from './catalogue.js';
import { eventSchemas } from './event-schemas.js';
import { keepReadModelsOf } from './read-models-of-log.js';

/** The opened stores and what stands on them: what every part of the program works with. */
export type Platform = Readonly<{
  settings: Settings;
  /** The log as it is stored, personal data encrypted: what a chain over it, a backup and a move read. */
  log: EventStore;
  /** The log with personal data as it was recorded, or erased: what everything else reads and writes. */
  events: EventStore;
  keys: KeyRing;
  reads: SidedReads;
  jobs: Jobs;
  seals: SealStore;
  auditKeys: AuditKeys;
  registry: EventRegistry;
  runner: CommandRunner;
  progress: Progress;
  readModels: ReadModels;
  figures: DealFigures;
  close: () => Promise<void>;
}>;

/** What projections are run with, and the log is sealed with. */
export type ProjectorStores = Pick<
  Platform,
  'settings' | 'log' | 'events' | 'keys' | 'reads' | 'registry' | 'seals' | 'auditKeys'
>;

/**
 * Opens what projections are run with, for a thread beside the one that has the platform open: of an embedded log a
 * view.
 * @throws as `openPlatform`
 */
export const openProjectorStores = async (
  settings: Settings,
  warn: (message: string) => void,
): Promise<ProjectorStores & Readonly<{ close: () => Promise<void> }>> => {
  const log = await (settings.eventStore === 'embedded'
    ? openEmbeddedLogView({ directory: logDirectoryOf(settings) })
    : openEvents(settings));
  const keyStore = await openKeys(settings);
  const keys = new KeyRing(keyStore);
  const reads = await SidedReads.over(await openReads(settings, warn), projections);
  const seals = await openSeals(settings);
  const close = async (): Promise<void> => {
    await seals.close();
    await reads.close();
    await keyStore.close();
    await log.close();
  };
  const events = encryptPersonalData(log, keys, personalCatalogue(deciders));
  const registry = new EventRegistry(deciders, eventSchemas);
  return { settings, log, events, keys, reads, registry, seals, auditKeys: auditKeysOf(settings), close };
};

const logDirectoryOf = ({ dataDir }: Settings): string => join(dataDir, 'log');

/**
 * Opens the stores that the settings name. Those opened before a failure are closed again.
 * `warn` is told of what an operator should know: read models that begin anew, a job queue that has trouble.
 * @throws EventStoreLocked when another process holds the embedded stores; EventStoreUnavailable, ReadStoreUnavailable,
 * KeyStoreUnavailable, WrongMasterKey
 */
export const openPlatform = async (settings: Settings, warn: (message: string) => void): Promise<Platform> => {
  const closers: (() => Promise<void>)[] = [];
  const opened = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const store = await opening;
    closers.unshift(() => store.close());
    return store;
  };
  const close = async (): Promise<void> => {
    for (const closeStore of closers.splice(0)) await closeStore();
  };
  try {
    const log = await opened(openEvents(settings));
    const keys = new KeyRing(await opened(openKeys(settings)));
    const events = encryptPersonalData(log, keys, personalCatalogue(deciders));
    const reads = await SidedReads.over(await opened(openReads(settings, warn)), projections);
    await keepReadModelsOf(log, reads, { endsAtHead: settings.eventStore === 'embedded', warn });
    const jobs = await opened(openJobs(settings, warn));
    const seals = await opened(openSeals(settings));
    const auditKeys = auditKeysOf(settings);
    const registry = new EventRegistry(deciders, eventSchemas);
    const runner = new CommandRunner(events, registry);
    const progress = new Progress();
    const readModels = new ReadModels(reads, progress);
    const figures = new DealFigures(reads, readModels, settings);
    return {
      settings,
      log,
      events,
      keys,
      reads,
      jobs,
      seals,
      auditKeys,
      registry,
      runner,
      progress,
      readModels,
      figures,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

// The drivers of servers that are not used are not loaded: they cost a second of start-up.

/** The log alone, its events as they are stored. */
export const openEvents = async (settings: Settings): Promise<EventStore> => {
  const { eventStore } = settings;
  if (eventStore === 'embedded') return openEmbeddedEventStore({ directory: logDirectoryOf(settings) });
  const { openEventStoreDb } = await import('#event-store/eventstoredb/eventstoredb-event-store.js');
  return openEventStoreDb({ connectionString: eventStore });
};

const openKeys = async ({ eventStore, mongodbUri, masterKey, dataDir: directory }: Settings): Promise<KeyStore> => {
  const masterKeys = masterKeysOf(masterKey, directory);
  // An embedded log has its keys beside it: who copies one copies both. Servers with a log in common need keys in common.
  if (mongodbUri === null || eventStore === 'embedded') return openEmbeddedKeyStore({ directory, masterKeys });
  const { openMongoKeyStore } = await import('#privacy/mongodb/mongo-key-store.js');
  return openMongoKeyStore({ uri: mongodbUri, masterKeys });
};

/** The read models alone, of whatever log they are. */
export const openReads = async (
  { mongodbUri, dataDir }: Settings,
  warn: (message: string) => void,
): Promise<ReadStore> => {
  if (mongodbUri === null) return openEmbeddedReadStore({ directory: join(dataDir, 'read-models'), warn });
  const { openMongoReadStore } = await import('#read-store/mongodb/mongo-read-store.js');
  return openMongoReadStore({ uri: mongodbUri });
};

/** The log that the settings name, to restore into. @throws EventStoreLocked, EventStoreUnavailable */
export const openLogRestore = async (settings: Settings, from: StoreKind): Promise<LogRestore> => {
  if (settings.eventStore === 'embedded') {
    return openEmbeddedLogRestore({ directory: logDirectoryOf(settings), keepPositions: from === 'embedded' });
  }
  const { eventStoreDbLogRestore } = await import('#event-store/eventstoredb/eventstoredb-log-restore.js');
  return eventStoreDbLogRestore(await openEvents(settings));
};

// Beside the log: with its file, or with what else is kept on servers.
const openSeals = async ({ eventStore, mongodbUri, dataDir }: Settings): Promise<SealStore> => {
  if (eventStore === 'embedded' || mongodbUri === null) return openSealFile({ directory: join(dataDir, 'log-seals') });
  const { openMongoSealStore } = await import('#tamper-evidence/mongodb/mongo-seal-store.js');
  return openMongoSealStore({ uri: mongodbUri });
};

const openJobs = async ({ redisUrl, dataDir }: Settings, warn: (message: string) => void): Promise<Jobs> => {
  const onError = (error: Error): void => warn(`Background jobs: ${error.message}`);
  if (redisUrl === null) return openEmbeddedJobs({ directory: join(dataDir, 'jobs'), onError });
  const { openRedisJobs } = await import('#jobs/redis/redis-jobs.js');
  return openRedisJobs({ url: redisUrl, onError });
};
