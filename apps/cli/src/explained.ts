import { InvalidSettings } from '#config/settings.js';
import { NotEmpty } from '#demo/make-demo.js';
import { DemoCannotGoOn } from '#demo/recorder.js';
import { EventStoreLocked, EventStoreUnavailable } from '#event-store/event-store.js';
import { UnreadableFile } from '#interchange/rows/row.js';
import { JobsUnavailable } from '#jobs/jobs.js';
import { KeyStoreUnavailable, WrongMasterKey } from '#privacy/key-store.js';
import { ReadStoreUnavailable } from '#read-store/read-store.js';
import { UnknownReadModel } from './rebuild.js';
import { CannotVerify } from './verify.js';

const EXPECTED = [
  InvalidSettings,
  EventStoreUnavailable,
  ReadStoreUnavailable,
  JobsUnavailable,
  KeyStoreUnavailable,
  WrongMasterKey,
  UnreadableFile,
  UnknownReadModel,
  CannotVerify,
  NotEmpty,
  DemoCannotGoOn,
];

/** What a person is told of a failure: the message where they can act upon it, else (a bug) where it arose too. */
export const explained = (error: unknown): string => {
  if (error instanceof EventStoreLocked) {
    return `${error.message}. Stop the server, or go through it with --url and --token.`;
  }
  if (EXPECTED.some((type) => error instanceof type)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
