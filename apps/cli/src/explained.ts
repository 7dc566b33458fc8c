import { InvalidSettings } from '#config/settings.js';
import { NotEmpty } from '#demo/make-demo.js';
import { DemoCannotGoOn } from '#demo/recorder.js';
import { ArchiveDamaged, ArchiveRefused } from '#event-store/archive/archive-format.js';
import {
  EventStoreCorrupt,
  EventStoreLocked,
  EventStoreUnavailable,
  UnreadableEvent,
} from '#event-store/event-store.js';
import { CannotRestore } from '#event-store/log-restore.js';
import { UnreadableFile } from '#interchange/rows/row.js';
import { JobsUnavailable } from '#jobs/jobs.js';
import { KeyStoreUnavailable, WrongMasterKey } from '#privacy/key-store.js';
import { ReadStoreUnavailable } from '#read-store/read-store.js';
import { OrderRefused } from './order-parked.js';
import { OutcomeUnknown } from './parked-outcome.js';
import { GenerationRefused, UnknownReadModel } from './rebuild.js';
import { ReplayRefused } from './replay.js';
import { ExportFailed } from './server/export-through-server.js';
import { ImportFailed } from './server/import-through-server.js';
import { ReplayFailed } from './server/replay-through-server.js';
import { NoSuchServer, ServerRefused, ServerUnreachable } from './server/server.js';
import { CannotVerify } from './verify.js';

const EXPECTED = [
  InvalidSettings,
  ArchiveDamaged,
  ArchiveRefused,
  CannotRestore,
  EventStoreCorrupt,
  EventStoreUnavailable,
  UnreadableEvent,
  ReadStoreUnavailable,
  JobsUnavailable,
  KeyStoreUnavailable,
  WrongMasterKey,
  UnreadableFile,
  UnknownReadModel,
  GenerationRefused,
  OrderRefused,
  OutcomeUnknown,
  CannotVerify,
  NotEmpty,
  DemoCannotGoOn,
  NoSuchServer,
  ServerUnreachable,
  ServerRefused,
  ImportFailed,
  ExportFailed,
  ReplayRefused,
  ReplayFailed,
];

/**
 * What a person is told of a failure: the message where they can act upon it, else (a bug) where it arose too.
 * `canUseServer`: the command that failed has another way than the stores.
 */
export const explained = (error: unknown, canUseServer: boolean): string => {
  if (error instanceof EventStoreLocked) {
    const way = canUseServer ? 'Stop the server, or go through it with --url and --token.' : 'Stop the server first.';
    return `${error.message}. ${way}`;
  }
  if (EXPECTED.some((type) => error instanceof type)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
