import { EventStoreUnavailable } from '../event-store.js';
import { pauseBeforeNext } from './timeouts.js';

export type Repeating = Readonly<{
  /** What no repetition will change, as an error of the port; null for what may pass. */
  final: (error: unknown) => Error | null;
  /** How long the call and its repetitions may take together, in milliseconds. */
  forMs: number;
  /** Told of each failure that is to be followed by a repetition. */
  onFailure: () => void;
}>;

/**
 * Repeats a call that may be repeated until it succeeds, fails for good, or has taken `forMs`. An append may: it
 * carries the same ids and the same exact revision each time.
 * @throws EventStoreUnavailable, and what `final` makes of an error
 */
export const repeat = async <T>(call: () => Promise<T>, { final, forMs, onFailure }: Repeating): Promise<T> => {
  const deadline = Date.now() + forMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const refused = final(error);
      if (refused) throw refused;
      if (Date.now() >= deadline) {
        throw new EventStoreUnavailable(`The event store did not answer in ${forMs} ms`, { cause: error });
      }
      onFailure();
      await pauseBeforeNext(attempt);
    }
  }
};
