import { setTimeout as sleep } from 'node:timers/promises';
import { MongoError, MongoErrorLabel, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { ReadStoreUnavailable } from '../read-store.js';

const PAUSES_MS = [50, 250, 1_000];

/**
 * Runs an operation that is harmless to repeat, and repeats it while the server is away for a moment: a network
 * error, an election.
 * @throws ReadStoreUnavailable when it stays away
 */
export const answered = async <T>(operation: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (!isAway(error)) throw error;
      const pause = PAUSES_MS[attempt];
      // The driver has waited for a server long enough by itself.
      if (pause === undefined || error instanceof MongoServerSelectionError) {
        throw new ReadStoreUnavailable(`MongoDB does not answer: ${error.message}`, { cause: error });
      }
      await sleep(pause);
    }
  }
};

const isAway = (error: unknown): error is MongoError =>
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  (error instanceof MongoError && error.hasErrorLabel(MongoErrorLabel.RetryableWriteError)) ||
  (error instanceof MongoServerError && NOT_READY.has(Number(error.code)));

/**
 * Codes by which a server says that it is not, or no longer, the primary, is shutting down, or does not know yet what a
 * majority has.
 */
const NOT_READY = new Set([91, 134, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);
