import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventPage, EventStore } from '#event-store/event-store.js';
import { type Checkpoint, Fenced, type ReadStore, type Write } from '#read-store/read-store.js';
import { DocumentCache, foldPage } from './fold-page.js';
import type { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';

/** What the projector says about itself; `error` is of the last failure, null once it works again. */
export type ProjectorState = Readonly<{ state: 'waiting' | 'running' | 'failing' | 'stopped'; error: string | null }>;

export type ProjectorOptions = Readonly<{
  events: EventStore;
  reads: ReadStore;
  registry: EventRegistry;
  projections: readonly AnyProjection[];
  progress: Progress;
  /** Names this process in the lease. */
  holder: string;
  onError: (error: unknown) => void;
  pageSize?: number;
}>;

const LEASE = 'projector';
const LEASE_MS = 15_000;
const MAX_BACKOFF_MS = 15_000;
const NOT_BEGUN = -1n;

/**
 * Runs projections off the log: one reader, each page folded per document and written before the checkpoints move.
 * Only the holder of the lease writes; after a crash anywhere the same page is folded again and changes nothing twice.
 */
export class Projector {
  private status: ProjectorState = { state: 'stopped', error: null };

  constructor(private readonly options: ProjectorOptions) {}

  get state(): ProjectorState {
    return this.status;
  }

  /** Resolves when `signal` aborts and the page under way is written. */
  async run(signal: AbortSignal): Promise<void> {
    const { reads, projections, onError, holder } = this.options;
    let backoff = 250;
    while (!signal.aborted) {
      try {
        await reads.ensure(projections.flatMap(({ documents, rows }) => (rows ? [documents, rows] : [documents])));
        const lease = await reads.acquireLease(LEASE, holder, LEASE_MS);
        if (lease === null) {
          this.status = { state: 'waiting', error: null };
          await pause(1_000, signal);
          continue;
        }
        await this.follow(lease.epoch, signal, () => {
          backoff = 250;
        });
        await reads.releaseLease(lease);
      } catch (error) {
        this.status = { state: error instanceof Fenced ? 'waiting' : 'failing', error: String(error) };
        onError(error);
        await pause(backoff, signal);
        backoff = Math.min(backoff * 2, MAX_BACKOFF_MS);
      }
    }
    this.status = { state: 'stopped', error: this.status.error };
  }

  private async follow(epoch: number, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const { events, reads, projections, progress, holder } = this.options;
    const caches = new Map(projections.map((projection) => [projection, new DocumentCache()]));
    const positions = new Map<AnyProjection, bigint>();
    for (const projection of projections) {
      positions.set(projection, (await reads.checkpoint(checkpointName(projection)))?.position ?? NOT_BEGUN);
    }
    progress.advance([...positions].map(([projection, position]) => [checkpointName(projection), position]));
    const least = [...positions.values()].reduce((a, b) => (b < a ? b : a));
    const renewal = this.renewLease(holder, signal);
    try {
      const from = least === NOT_BEGUN ? {} : { after: least };
      for await (const page of events.subscribe({ ...from, pageSize: this.options.pageSize ?? 1_000, signal })) {
        renewal.check();
        await this.apply(page, epoch, positions, caches);
        this.status = { state: 'running', error: null };
        onProgress();
        await breathe();
      }
    } finally {
      renewal.stop();
    }
  }

  private async apply(
    page: EventPage,
    epoch: number,
    positions: Map<AnyProjection, bigint>,
    caches: ReadonlyMap<AnyProjection, DocumentCache>,
  ): Promise<void> {
    const { reads, registry, progress } = this.options;
    const decoded = page.events
      .filter((event) => !registry.isBookkeeping(event))
      .map((event) => registry.decode(event));
    const writes: Write[] = [];
    const checkpoints: Checkpoint[] = [];
    for (const [projection, position] of positions) {
      if (position >= page.position) continue;
      const types = new Set<string>(projection.types);
      const relevant = decoded.filter((event) => event.position > position && types.has(event.type));
      const cache = caches.get(projection);
      if (relevant.length > 0 && cache) writes.push(...(await foldPage(projection, relevant, reads, cache)));
      checkpoints.push({ projection: checkpointName(projection), position: page.position, epoch });
    }
    if (checkpoints.length === 0) return;
    await reads.commit({ writes, checkpoints });
    for (const [projection, position] of positions) {
      if (position < page.position) positions.set(projection, page.position);
    }
    progress.advance(checkpoints.map(({ projection, position }) => [projection, position]));
  }

  /** Renews the lease in the background; `check` throws once it was lost. */
  private renewLease(holder: string, signal: AbortSignal): { check: () => void; stop: () => void } {
    let lost: Error | null = null;
    const timer = setInterval(() => {
      this.options.reads.acquireLease(LEASE, holder, LEASE_MS).then(
        (lease) => {
          if (lease === null && !signal.aborted) lost = new Fenced('Another projector holds the lease');
        },
        (error: unknown) => this.options.onError(error),
      );
    }, LEASE_MS / 3);
    return {
      check: () => {
        if (lost) throw lost;
      },
      stop: () => clearInterval(timer),
    };
  }
}

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};
