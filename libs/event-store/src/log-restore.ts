import type { ReadAllOptions, StoredEvent } from './event-store.js';

/** What is being restored: `source` names it for people, `logId` is the identity that the restored log gets. */
export type RestoreOrigin = Readonly<{ source: string; logId: string | null }>;

/**
 * Writes events that were recorded before, as they were: with their ids, revisions and times. It is for filling an empty
 * log or continuing a copy; only `EventStore.append` records new facts. Nobody else may have the log open meanwhile.
 */
export interface LogRestore {
  /** Whether the log gives events the positions that they come with; otherwise they get new ones in the same order. */
  readonly keepsPositions: boolean;
  /** As that of the event store. */
  readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]>;
  /** To be called first. Until `finish`, a store that can marks the log as incomplete and refuses to open it. */
  begin(origin: RestoreOrigin): Promise<void>;
  /**
   * Appends the events in their order, durably before it resolves; after a crash a part of them may be there, from the
   * first one on without a gap.
   * @throws CannotRestore, EventStoreUnavailable
   */
  write(events: readonly StoredEvent[]): Promise<void>;
  /** The log is whole. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** An event does not follow what the log has already. */
export class CannotRestore extends Error {
  override readonly name = 'CannotRestore';
}
