import type { Instant } from '#kernel/instant.js';
import { type Rejected, reject } from '#kernel/outcome.js';
import type { CommandContext, CommonRefusal } from './command-context.js';

/** Read models count time from here: a fact before it could not be found as of any instant. */
const EARLIEST: Instant = '1970-01-01T00:00:00.000Z';

/** The refusal of a command whose time cannot be; null: it can. `lastAt` is that of the record's last fact. */
export const untimely = (
  { occurredAt, now }: CommandContext,
  lastAt: Instant | null,
): Rejected<CommonRefusal> | null => {
  if (occurredAt === undefined) return null;
  if (occurredAt > now) return reject('OccurredInFuture', `occurredAt ${occurredAt} lies in the future`);
  if (occurredAt < EARLIEST) {
    return reject(
      'OccurredTooEarly',
      `occurredAt ${occurredAt} lies before ${EARLIEST}, the earliest instant there is`,
    );
  }
  if (lastAt !== null && occurredAt < lastAt) {
    return reject(
      'OccurredBeforeLastFact',
      `occurredAt ${occurredAt} lies before the record's last fact, at ${lastAt}`,
    );
  }
  return null;
};

/** The refusal of a command whose caller has not seen the record as it is; null: they have. */
export const stale = ({ expectedRevision }: CommandContext, revision: bigint | null): Rejected<CommonRefusal> | null =>
  expectedRevision === undefined || expectedRevision === revision
    ? null
    : reject('StaleRevision', `The record is at revision ${revision ?? 'none'}, not ${expectedRevision}`);

/** A fact is never before the last one of its record. */
export const later = (now: Instant, lastAt: Instant | null): Instant =>
  lastAt !== null && lastAt > now ? lastAt : now;
