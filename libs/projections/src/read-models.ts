import type { CollectionSpec, ReadStore } from '#read-store/read-store.js';
import { pause } from '#timing/pause.js';
import type { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { Replica, type ReplicaSink } from './replica.js';
import { nameOfAll } from './shards.js';
import type { Versions, VersionsProjection } from './versions.js';

/** The read model did not reach the asked position in time. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
}

const PATIENCE_MS = 5_000;
const POLL_MS = 20;

type NamedProjection = Pick<AnyProjection, 'name' | 'version'>;
type Kept = Readonly<{ copy: unknown; upToDate: () => Promise<void> }>;

/** Read your writes: tells how far read models are, and waits for them to get somewhere. */
export class ReadModels {
  private readonly copies = new Map<string, Kept>();

  constructor(
    private readonly store: ReadStore,
    private readonly progress: Progress,
  ) {}

  /**
   * All records of a kind with every state they had, by id: kept in memory, and brought up to date by each call. For
   * kinds of which there are thousands, not millions.
   */
  async versions<S>(projection: VersionsProjection<S>): Promise<ReadonlyMap<string, Versions<S>>> {
    const { records } = await this.copy(projection, () => {
      const records = new Map<string, Versions<S>>();
      return {
        records,
        put: (id: string, doc: Versions<S>) => void records.set(id, doc),
        clear: () => records.clear(),
      };
    });
    return records;
  }

  /**
   * All documents of a projection as `begin` keeps them: begun once, and brought up to date by each call. A projection is
   * kept in one way: who asks for its `versions` cannot ask for another copy of it.
   */
  async copy<Doc extends object, Copy extends ReplicaSink<Doc>>(
    projection: NamedProjection & Readonly<{ documents: CollectionSpec<Doc> }>,
    begin: () => Copy,
  ): Promise<Copy> {
    const name = checkpointName(projection);
    let kept = this.copies.get(name);
    if (kept === undefined) {
      const copy = begin();
      const replica = new Replica(projection.documents, this.store, () => this.reach([projection]), copy);
      kept = { copy, upToDate: () => replica.upToDate() };
      this.copies.set(name, kept);
    }
    await kept.upToDate();
    return kept.copy as Copy;
  }

  /** The same read models, but for the `versions` of one kind, which are told otherwise: for a what-if. */
  retold<S>(projection: VersionsProjection<S>, retell: (record: Versions<S>) => Versions<S>): ReadModels {
    const others = Object.create(this) as ReadModels;
    const name = checkpointName(projection);
    others.versions = async <T>(asked: VersionsProjection<T>): Promise<ReadonlyMap<string, Versions<T>>> => {
      const records = await this.versions(asked);
      if (checkpointName(asked) !== name) return records;
      const retold = [...records].map(([id, record]) => [id, retell(record as unknown as Versions<S>)] as const);
      return new Map(retold) as unknown as ReadonlyMap<string, Versions<T>>;
    };
    return others;
  }

  /**
   * As `reach`, as long as it takes: for jobs, which have time where a request has not.
   * @throws what `signal` is aborted with, at once
   */
  async reachPatiently(projections: readonly NamedProjection[], after: string, signal: AbortSignal): Promise<bigint> {
    for (;;) {
      try {
        return await this.reach(projections, after, signal);
      } catch (error) {
        if (!(error instanceof ReadModelBehind)) throw error;
      }
    }
  }

  /**
   * The position that all of the projections have reached, once they have reached `after`: whatever is read from
   * them afterwards contains at least the log up to there.
   * @throws ReadModelBehind after 5 seconds; what `signal` is aborted with
   */
  async reach(projections: readonly NamedProjection[], after?: string, signal?: AbortSignal): Promise<bigint> {
    const names = projections.map(checkpointName);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      signal?.throwIfAborted();
      // Listening before looking: an advance while looking would else be waited for in vain.
      const advance = new AbortController();
      const stopListening = this.progress.onAdvance(() => advance.abort());
      try {
        const position = await this.position(names);
        if (after === undefined || position >= BigInt(after)) return position;
        const left = deadline - Date.now();
        if (left <= 0) throw new ReadModelBehind(this.behind(names, position, after));
        const isOurs = names.every((name) => this.progress.reached(name) !== null);
        const wake = signal === undefined ? advance.signal : AbortSignal.any([advance.signal, signal]);
        await pause(isOurs ? left : Math.min(left, POLL_MS), wake);
      } finally {
        stopListening();
      }
    }
  }

  /** Positions a second that the projection goes through; null when it does not run in this process. */
  rateOf(projection: NamedProjection): number | null {
    return this.progress.rate(checkpointName(projection));
  }

  private behind(names: readonly string[], position: bigint, after: string): string {
    const failing = [...this.progress.failing.keys()].filter((name) => names.includes(nameOfAll(name)));
    const why = failing.length === 0 ? '' : `: ${failing.join(', ')} failed and is tried again`;
    return `The read model is at ${position}, not yet at ${after}${why}`;
  }

  private async position(names: readonly string[]): Promise<bigint> {
    const positions = await Promise.all(
      names.map(async (name) => this.progress.reached(name) ?? (await this.store.checkpoint(name))?.position ?? 0n),
    );
    return positions.reduce((least, position) => (position < least ? position : least), positions[0] ?? 0n);
  }
}
