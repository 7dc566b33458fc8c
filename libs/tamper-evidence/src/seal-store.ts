import type { Seal } from './seal.js';

export const SEAL_STORE = Symbol('SealStore');

/**
 * Where the seals are kept: beside the log and not in it, so that sealing does not move its head; and apart from the
 * read models, whose rebuilding must not make seals anew.
 */
export interface SealStore {
  /** The last seal; null when there is none. @throws SealUnreadable */
  last(): Promise<Seal | null>;
  /** All seals in order. @throws SealUnreadable at the first that is none */
  all(): AsyncIterable<Seal>;
  /**
   * Appends consecutive seals, durably before it resolves.
   * @throws SealConflict when the first does not follow the last one that is there: somebody else has sealed
   */
  append(seals: readonly Seal[]): Promise<void>;
  close(): Promise<void>;
}

export class SealConflict extends Error {
  override readonly name = 'SealConflict';
}

/** What stands in the place of a seal is none. */
export class SealUnreadable extends Error {
  override readonly name = 'SealUnreadable';
  constructor(
    /** The seal that should be there. */
    readonly number: number,
  ) {
    super(`What is kept as seal ${number} is no seal`);
  }
}

const TEXTS = ['log', 'keyId', 'at', 'first', 'last', 'leaves', 'root', 'previous', 'hash'] as const;
const COUNTS = ['number', 'count', 'total'] as const;

/** The seal that was kept. Whether it is genuine is another question. @throws SealUnreadable */
export const sealOf = (kept: unknown, number: number): Seal => {
  if (typeof kept !== 'object' || kept === null) throw new SealUnreadable(number);
  const record = kept as Record<string, unknown>;
  const isSeal =
    TEXTS.every((field) => typeof record[field] === 'string') &&
    COUNTS.every((field) => Number.isSafeInteger(record[field])) &&
    [record.first, record.last].every((position) => /^-?\d{1,20}$/.test(position as string)) &&
    Array.isArray(record.steps) &&
    record.steps.every((step) => Number.isSafeInteger(step));
  if (!isSeal) throw new SealUnreadable(number);
  const { log, keyId, at, first, last, count, total, steps, leaves, root, previous, hash } = record as Seal;
  return {
    number: (record as Seal).number,
    log,
    keyId,
    at,
    first,
    last,
    count,
    total,
    steps,
    leaves,
    root,
    previous,
    hash,
  };
};
