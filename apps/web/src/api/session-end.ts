import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

/** The server knows the session no more, or again; the pages stay, with what was typed into them. */
export const setSessionEnded = (now: boolean): void => {
  if (now === ended) return;
  ended = now;
  for (const listener of listeners) listener();
};

/** Whether whoever had signed in must do so again. */
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
