import { ErrorType, type WrongExpectedVersionError } from '@eventstore/db-client';
import { EventStoreUnavailable, type ExpectedRevision, InvalidEvent, WrongExpectedRevision } from '../event-store.js';

const typeOf = (error: unknown): unknown => (error as { type?: unknown } | null)?.type;

/** There is no such stream, or no longer. */
export const isNoStream = (error: unknown): boolean =>
  typeOf(error) === ErrorType.STREAM_NOT_FOUND || typeOf(error) === ErrorType.STREAM_DELETED;

/** What no repetition will change, as an error of the port; null for what may pass, all else included. */
export const finalError = (error: unknown): Error | null => {
  if (error instanceof EventStoreUnavailable || error instanceof InvalidEvent) return error;
  if (typeOf(error) === ErrorType.ACCESS_DENIED) {
    return new EventStoreUnavailable('The event store refuses these credentials', { cause: error });
  }
  return null;
};

/** As finalError, for an append. */
export const finalAppendError = (error: unknown, stream: string, expected: ExpectedRevision): Error | null => {
  switch (typeOf(error)) {
    case ErrorType.WRONG_EXPECTED_VERSION: {
      const { actualVersion } = error as WrongExpectedVersionError;
      const actual = typeof actualVersion === 'bigint' ? actualVersion : 'no_stream';
      return new WrongExpectedRevision(stream, expected, actual);
    }
    case ErrorType.STREAM_DELETED:
      return new WrongExpectedRevision(stream, expected, 'unknown');
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return new InvalidEvent(`The append to ${stream} is larger than the server takes`, { cause: error });
  }
  // The driver knows a bad request only by this text.
  if (error instanceof Error && error.message.includes('BadRequest')) {
    return new InvalidEvent(`The server does not take the append to ${stream}`, { cause: error });
  }
  return finalError(error);
};
