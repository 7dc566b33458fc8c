import type { EventText } from '#event-store/event-store.js';

/**
 * What is wrong. Of the events: one is `changed`, `deleted`, `inserted`, `reordered`, the log ends before its seals do,
 * or its file is damaged there (`unreadable`). Of the seals: one is `forged`, `missing`, `unreadable`, of a key that is not known, or there are none over a log.
 * Of the checkpoint: it is forged, or it was taken of another chain (`resealed`).
 */
export type FlawKind =
  | 'changed'
  | 'deleted'
  | 'inserted'
  | 'reordered'
  | 'tail-removed'
  | 'unreadable'
  | 'seal-forged'
  | 'seal-missing'
  | 'seal-unreadable'
  | 'key-unknown'
  | 'not-sealed'
  | 'checkpoint-forged'
  | 'resealed';

/** The first thing that is wrong. Stream, revision and type are those of the event that is there now, if one is. */
export type Flaw = Readonly<{
  what: FlawKind;
  /** Of the first event that is not as it was sealed, or is no longer proven; null when that cannot be said. */
  position: string | null;
  stream?: string;
  revision?: string;
  type?: string;
  seal?: number;
  detail: string;
}>;

export const flawAt = (
  what: FlawKind,
  where: Readonly<{ position: bigint | null; event?: EventText | undefined; seal?: number }>,
  detail: string,
): Flaw => {
  const { position, event, seal } = where;
  const { stream, revision, type } = event ?? {};
  return {
    what,
    position: position === null ? null : String(position),
    ...(event && { stream: String(stream), revision: String(revision), type: String(type) }),
    ...(seal !== undefined && { seal }),
    detail,
  };
};
