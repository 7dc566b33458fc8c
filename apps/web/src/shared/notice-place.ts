import { useSyncExternalStore } from 'react';

let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

/** Where notices appear while a dialog keeps the focus within: what they offer must be in its reach. Null: at the page. */
export const setNoticePlace = (element: HTMLElement | null): void => {
  place = element;
  for (const listener of listeners) listener();
};

export const useNoticePlace = (): HTMLElement | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => place,
  );
