import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds; ends at once, without an error, when `signal` aborts. */
export const pause = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
};
