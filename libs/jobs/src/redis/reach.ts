import { within } from '#timing/within.js';
import { asError } from '../job-policy.js';
import { JobsUnavailable } from '../jobs.js';

/**
 * The result of a call to Redis, or `JobsUnavailable` when it fails or takes longer than `ms`. The client itself holds
 * calls back without end while the connection is lost; a call that was given up may still be carried out.
 */
export const reach = async <T>(call: Promise<T>, ms: number): Promise<T> => {
  try {
    return await within(ms, call, () => new JobsUnavailable(`Redis did not answer within ${ms} ms`));
  } catch (error) {
    if (error instanceof JobsUnavailable) throw error;
    throw new JobsUnavailable(`Redis failed: ${asError(error).message}`, { cause: error });
  }
};
