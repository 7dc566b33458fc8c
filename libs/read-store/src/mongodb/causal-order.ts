import type { ClientSession, MongoClient } from 'mongodb';
import { answered } from './availability.js';

/** Runs an operation that is harmless to repeat, as `answered` does, in a session that the operation must use. */
export type InOrder = <T>(operation: (session: ClientSession) => Promise<T>) => Promise<T>;

/**
 * Each operation sees all that those answered before it have seen or written. Reads of what a majority has, from the
 * primary, do so by themselves until there is another primary: that one may show for a moment less than a majority has,
 * and a document loaded then would be folded on without what it lacks. The server waits where it is told the time
 * (https://www.mongodb.com/docs/manual/core/causal-consistency-read-write-concerns/). One session each, since operations
 * run at the same time and a session allows one at a time.
 */
export const inCausalOrder = (client: MongoClient): InOrder => {
  let latest: Pick<ClientSession, 'operationTime' | 'clusterTime'> = {};
  const seen = ({ operationTime, clusterTime }: ClientSession): void => {
    const isLater = operationTime && (!latest.operationTime || operationTime.greaterThan(latest.operationTime));
    if (isLater) latest = { operationTime, ...(clusterTime && { clusterTime }) };
  };
  return (operation) =>
    answered(() =>
      client.withSession({ causalConsistency: true }, async (session) => {
        if (latest.operationTime) session.advanceOperationTime(latest.operationTime);
        if (latest.clusterTime) session.clusterTime = latest.clusterTime;
        try {
          return await operation(session);
        } finally {
          seen(session);
        }
      }),
    );
};
