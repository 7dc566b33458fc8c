import type { Recorded } from '#kernel/event.js';
import type { CollectionSpec, ReadStore, Write } from '#read-store/read-store.js';
import { type AnyProjection, checkpointName } from './projection.js';
import type { Part } from './shards.js';

/** An event that could not be folded, and how many later ones of its key wait behind it. */
export type Parked = Readonly<{
  /** Position of the event that could not be folded. */
  position: string;
  /** Its name in code. */
  type: string;
  error: string;
  /** How many events wait, itself among them, up to that of position `last`. */
  events: number;
  last: string;
  /** A position of the log before all of them, from which it can be read on. */
  behind: string;
  /** The document says nothing of what it was folded from any more: it must be folded from the first event on. */
  anew: boolean;
}>;

/** What is known of a key that had trouble. `released` are positions of events that are left out on purpose. */
export type TroubledKey = Readonly<{
  key: string;
  /** 1 while `parked` is not null. */
  isParked: 0 | 1;
  parked: Parked | null;
  released: readonly string[];
}>;

/** Beside the documents of a projection: its keys that had trouble. */
export const troubledKeysOf = ({ documents }: Pick<AnyProjection, 'documents'>) =>
  ({
    name: `${documents.name}_troubled`,
    columns: { key: 'text', isParked: 'integer' },
    indexes: { byParked: ['isParked', 'key'] },
  }) as const satisfies CollectionSpec<TroubledKey>;

export type ParkedKey = Parked & Readonly<{ key: string }>;

/** So many are the fault of the projection, not of events. */
const MAX_PARKED = 1_000;
const PAGE = 200;

/** The parked keys of a projection, in the order of their keys; at most `limit`. */
export const listParked = async (
  projection: AnyProjection,
  reads: ReadStore,
  limit: number,
): Promise<readonly ParkedKey[]> => {
  const keys = reads.collection<TroubledKey>(troubledKeysOf(projection));
  const { entries } = await keys.scan({ index: 'byParked', equals: { isParked: 1 } }, { limit });
  return entries.flatMap(({ doc: { key, parked } }) => (parked === null ? [] : [{ key, ...parked }]));
};

/**
 * The keys of one projection that had trouble. An event that cannot be folded parks its key: it and the later events of
 * that key wait, and the rest of the projection goes on.
 */
export class ParkedKeys {
  private readonly changed = new Set<string>();

  private constructor(
    private readonly projection: AnyProjection,
    private readonly keys: Map<string, TroubledKey>,
    private reached: bigint,
  ) {}

  /** Those of a part of a projection; `reached` is its position. */
  static async load(
    { projection, holds }: Pick<Part, 'projection' | 'holds'>,
    reads: ReadStore,
    reached: bigint,
  ): Promise<ParkedKeys> {
    const keys = new Map<string, TroubledKey>();
    const collection = reads.collection<TroubledKey>(troubledKeysOf(projection));
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await collection.scan({ index: 'byParked' }, { limit: PAGE, ...(cursor !== '' && { cursor }) });
      for (const { doc } of page.entries) if (holds(doc.key)) keys.set(doc.key, doc);
      cursor = page.next;
    }
    return new ParkedKeys(projection, keys, reached);
  }

  parked(key: string): Parked | null {
    return this.keys.get(key)?.parked ?? null;
  }

  /** All that are parked. */
  all(): ReadonlyMap<string, Parked> {
    const all = [...this.keys.values()].flatMap(({ key, parked }) => (parked === null ? [] : [[key, parked] as const]));
    return new Map(all);
  }

  /** The events without those that are left out on purpose. */
  withoutReleased(key: string, events: readonly Recorded[]): readonly Recorded[] {
    const released = this.keys.get(key)?.released ?? [];
    return released.length === 0 ? events : events.filter(({ position }) => !released.includes(String(position)));
  }

  /** Parks the key: the first of `waiting` could not be folded. @throws when too many are parked */
  park(key: string, waiting: readonly Recorded[], error: unknown, anew = false): void {
    const [first] = waiting;
    if (first === undefined) throw new TypeError('Nothing to park');
    const last = waiting.at(-1) ?? first;
    const parked = {
      ...{ position: String(first.position), type: first.type, error: String(error), anew },
      ...{ events: waiting.length, last: String(last.position) },
      // What is parked again is further back than where the projection is.
      behind: this.parked(key)?.behind ?? String(this.reached),
    };
    this.set(key, parked);
    if (this.all().size > MAX_PARKED) {
      throw new Error(`${checkpointName(this.projection)} cannot fold events of over ${MAX_PARKED} keys: ${error}`);
    }
  }

  /** Lets later events of a parked key wait too. */
  hold(key: string, later: readonly Recorded[]): void {
    const parked = this.parked(key);
    const added = parked === null ? [] : later.filter(({ position }) => position > BigInt(parked.last));
    const last = added.at(-1);
    if (parked === null || last === undefined) return;
    this.set(key, { ...parked, events: parked.events + added.length, last: String(last.position) });
  }

  /** Nothing of the key waits any more. */
  heal(key: string): void {
    if (this.parked(key) !== null) this.set(key, null);
  }

  /** From now on the event that could not be folded is left out. */
  release(key: string): void {
    const { parked = null, released = [] } = this.keys.get(key) ?? {};
    if (parked === null) return;
    this.keys.set(key, { key, isParked: 1, parked, released: [...released, parked.position] });
    this.changed.add(key);
  }

  /**
   * What to write, after what was folded up to `position`. When the projection starts again there, what was parked may
   * have been folded after all: that is later than the page that ended there.
   */
  changes(position: bigint, when: 'after the page' | 'at the start'): readonly Write[] {
    const collection = troubledKeysOf(this.projection);
    const moment = 2n * position + (when === 'at the start' ? 1n : 0n);
    const writes = [...this.changed].map((key): Write => {
      return { collection, key, position: moment, doc: this.keys.get(key) ?? null };
    });
    this.changed.clear();
    this.reached = position;
    return writes;
  }

  private set(key: string, parked: Parked | null): void {
    const released = this.keys.get(key)?.released ?? [];
    if (parked === null && released.length === 0) this.keys.delete(key);
    else this.keys.set(key, { key, isParked: parked === null ? 0 : 1, parked, released });
    this.changed.add(key);
  }
}
