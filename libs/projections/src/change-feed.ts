import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import { pause } from '#timing/pause.js';
import { type AnyProjection, recordIdOf } from './projection.js';
import { ReadModelBehind, type ReadModels } from './read-models.js';

/** A record changed: `kind` is `deal`, `customer`, …; `type` the event's name. */
export type Change = Readonly<{ position: bigint; stream: string; recordId: string; kind: string; type: string }>;

/** Changes in the order of the log, and how far whoever has seen them has come. */
export type ChangeBatch = Readonly<{ position: bigint; changes: readonly Change[] }>;

export type ChangeFeedOptions = Readonly<{
  events: EventStore;
  registry: EventRegistry;
  readModels: ReadModels;
  /** A change is announced once all of these show it. */
  projections: readonly AnyProjection[];
  onError: (error: unknown) => void;
  /** Told of each change once, as it is announced. */
  onAnnounced?: (changes: readonly Change[]) => void;
  /** How many changes are kept in memory, for all followers together. */
  capacity?: number;
}>;

const PAGE = 500;
const RETRY_MS = 1_000;

/**
 * Announces what changed, once a reload would show it. One subscription serves all followers: they read from a common
 * list of recent changes, each at its own pace, and from the log when they are further behind. So neither many
 * followers nor slow ones take more memory.
 */
export class ChangeFeed {
  private readonly kinds: ReadonlyMap<string, string>;
  private readonly capacity: number;
  private readonly waiting = new Set<() => void>();
  /** All changes behind `horizon` up to `announced`. */
  private recent: Change[] = [];
  private horizon = 0n;
  private announced: bigint | null = null;

  constructor(private readonly options: ChangeFeedOptions) {
    const { registry, capacity = 10_000 } = options;
    this.kinds = new Map(
      registry.deciders.flatMap(({ category, types }) => Object.keys(types).map((type) => [type, category])),
    );
    this.capacity = capacity;
  }

  /** Resolves when `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.announce(signal);
      } catch (error) {
        this.options.onError(error);
        await pause(RETRY_MS, signal);
      }
    }
  }

  /**
   * All changes behind `after` (null, or behind the end of the log: from now on) without gap or double, until `signal` aborts. The first batch has no
   * changes: it tells where the follower starts. The next batch is read only when it is asked for.
   */
  async *follow(after: bigint | null, signal: AbortSignal): AsyncGenerator<ChangeBatch> {
    while (this.announced === null) {
      if (signal.aborted) return;
      await this.next(signal);
    }
    const head = (await this.options.events.head()) ?? 0n;
    // A place behind the end is of another log, or of this one before a backup was restored: nothing would ever come.
    let position = after === null ? this.announced : after > head ? head : after;
    yield { position, changes: [] };
    while (!signal.aborted) {
      const batch = position < this.horizon ? await this.fromLog(position) : this.fromRecent(position);
      if (batch === null) {
        await this.next(signal);
        continue;
      }
      position = batch.position;
      if (batch.changes.length > 0) yield batch;
    }
  }

  private async announce(signal: AbortSignal): Promise<void> {
    const { events, onAnnounced } = this.options;
    if (this.announced === null) {
      // What was appended before is no news, and while read models are built from nothing it is all of the log.
      const head = (await events.head()) ?? 0n;
      if (!(await this.isShown(head, signal))) return;
      this.horizon = head;
      this.announced = head;
      this.wake();
    }
    const from = this.announced > 0n ? { after: this.announced } : {};
    for await (const page of events.subscribe({ ...from, pageSize: PAGE, signal })) {
      if (!(await this.isShown(page.position, signal))) return;
      const changes = this.changesOf(page.events);
      this.recent.push(...changes);
      this.announced = page.position;
      this.trim();
      onAnnounced?.(changes);
      this.wake();
    }
  }

  /** Waits until the read models show what the log holds up to there; false when aborted before. */
  private async isShown(position: bigint, signal: AbortSignal): Promise<boolean> {
    const { readModels, projections } = this.options;
    while (!signal.aborted) {
      try {
        await readModels.reach(projections, String(position));
        return true;
      } catch (error) {
        if (!(error instanceof ReadModelBehind)) throw error;
      }
    }
    return false;
  }

  private fromRecent(position: bigint): ChangeBatch | null {
    const start = firstBehind(this.recent, position);
    const changes = this.recent.slice(start, start + PAGE);
    const last = changes.at(-1);
    return last ? { position: last.position, changes } : null;
  }

  private async fromLog(position: bigint): Promise<ChangeBatch> {
    const announced = this.announced ?? 0n;
    const stored = await this.options.events.readAll({ after: position, limit: PAGE });
    const shown = stored.filter((event) => event.position <= announced);
    return { position: shown.at(-1)?.position ?? announced, changes: this.changesOf(shown) };
  }

  private changesOf(stored: readonly StoredEvent[]): readonly Change[] {
    const { registry } = this.options;
    return stored
      .filter((event) => !registry.isBookkeeping(event))
      .map((event) => {
        const recorded = registry.decode(event);
        const { type, stream, position } = recorded;
        const kind = this.kinds.get(type) ?? '';
        return { position, stream, recordId: recordIdOf(recorded, kind), kind, type };
      });
  }

  /** Halves the list at times, rather than moving all of it with each change. */
  private trim(): void {
    if (this.recent.length <= 2 * this.capacity) return;
    const dropped = this.recent.length - this.capacity;
    this.horizon = this.recent[dropped - 1]?.position ?? this.horizon;
    this.recent = this.recent.slice(dropped);
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at the next announcement, or when aborted. */
  private async next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }
}

/** Index of the first change behind the position. */
const firstBehind = (changes: readonly Change[], position: bigint): number => {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.position ?? 0n) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};
