import { useSyncExternalStore } from 'react';

/** What can be entered from anywhere; `customerId`, and `dealId` of theirs, when it is about one that is being looked at. */
export type Entry = Readonly<{
  kind: 'deal' | 'call' | 'email' | 'meeting' | 'note' | 'task' | 'customer';
  customerId?: string;
  dealId?: string;
}>;

let opened: Entry | null = null;
const listeners = new Set<() => void>();

const set = (entry: Entry | null): void => {
  opened = entry;
  for (const listener of listeners) listener();
};

export const openEntry = (entry: Entry): void => set(entry);
export const closeEntry = (): void => set(null);

/** The form that is open; null: none. */
export const useOpenEntry = (): Entry | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );
