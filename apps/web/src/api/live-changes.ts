import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** Kinds of records, as the stream of changes calls them. */
export type Kind =
  | 'activity'
  | 'customer'
  | 'deal'
  | 'exchange_rate'
  | 'forecast-adjustment'
  | 'forecast-submission'
  | 'import'
  | 'notification'
  | 'process'
  | 'product'
  | 'projection'
  | 'quota'
  | 'rep'
  | 'saved-report'
  | 'team';

/** What a query says of itself in `meta`, so that a change of such a record makes it read again. */
type LiveMeta = Readonly<{ changesWith?: readonly Kind[] }>;

/** Changes that come in quick succession are read together. */
const GATHER_MS = 250;
const RECONNECT_MS = 3_000;

let connected = true;
const listeners = new Set<() => void>();
const setConnected = (now: boolean): void => {
  if (now === connected) return;
  connected = now;
  for (const listener of listeners) listener();
};

/** Whether changes arrive as they happen. */
export const useConnected = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connected,
  );

const invalidate = (queries: QueryClient, kinds: ReadonlySet<string>): void => {
  void queries.invalidateQueries({
    predicate: ({ meta }) => ((meta as LiveMeta | undefined)?.changesWith ?? []).some((kind) => kinds.has(kind)),
  });
};

/** Follows the changes that the server announces, and has every query that shows one of them read again. */
const follow = (queries: QueryClient): (() => void) => {
  const kinds = new Set<string>();
  let last: string | null = null;
  let source: EventSource;
  let gathering: number | undefined;
  let reconnecting: number | undefined;

  const gathered = () => {
    gathering = undefined;
    invalidate(queries, kinds);
    kinds.clear();
  };
  const connect = () => {
    source = new EventSource(last === null ? '/api/changes/stream' : `/api/changes/stream?after=${last}`);
    source.onopen = () => setConnected(true);
    source.onmessage = ({ data, lastEventId }) => {
      last = lastEventId;
      kinds.add((JSON.parse(data) as { kind: string }).kind);
      gathering ??= window.setTimeout(gathered, GATHER_MS);
    };
    source.onerror = () => {
      setConnected(false);
      // The browser reconnects by itself, with Last-Event-ID, unless the server refused.
      if (source.readyState === EventSource.CLOSED) reconnecting = window.setTimeout(connect, RECONNECT_MS);
    };
  };
  connect();
  return () => {
    source.close();
    window.clearTimeout(gathering);
    window.clearTimeout(reconnecting);
  };
};

/** Keeps the page live while it is mounted. */
export const useLiveChanges = (): void => {
  const queries = useQueryClient();
  useEffect(() => follow(queries), [queries]);
};
