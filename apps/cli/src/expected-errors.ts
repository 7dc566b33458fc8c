import { InvalidSettings } from '#config/settings.js';
import { EventStoreLocked, EventStoreUnavailable } from '#event-store/event-store.js';
import { JobsUnavailable } from '#jobs/jobs.js';
import { ReadStoreUnavailable } from '#read-store/read-store.js';
import { UnknownReadModel } from './rebuild.js';

const EXPECTED = [
  InvalidSettings,
  EventStoreLocked,
  EventStoreUnavailable,
  ReadStoreUnavailable,
  JobsUnavailable,
  UnknownReadModel,
];

/** Whether the message alone tells the person what is wrong; anything else is a bug and shows where it arose. */
export const isExpected = (error: unknown): error is Error => EXPECTED.some((type) => error instanceof type);
