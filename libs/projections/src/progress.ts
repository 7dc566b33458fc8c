import { leastOfShards, nameOfAll } from './shards.js';

/**
 * How far each projection that runs in this process has come, and which of them fail. A position of -1 means: not
 * begun. What runs elsewhere is not known here: of a projection with shards elsewhere nothing is.
 */
export class Progress {
  /** By projection, those of its shards that run here. */
  private readonly shards = new Map<string, Map<string, bigint>>();
  private readonly positions = new Map<string, bigint>();
  private readonly paces = new Map<string, Pace>();
  private readonly failures = new Map<string, string>();
  private readonly waiting = new Set<() => void>();

  reached(projection: string): bigint | null {
    return this.positions.get(projection) ?? null;
  }

  /** By the names of checkpoints, which are those of shards. */
  advance(positions: Iterable<readonly [checkpoint: string, position: bigint]>): void {
    const advanced = new Set<string>();
    for (const [checkpoint, position] of positions) {
      const projection = nameOfAll(checkpoint);
      const shards = this.shards.get(projection) ?? new Map<string, bigint>();
      this.shards.set(projection, shards.set(checkpoint, position));
      advanced.add(projection);
    }
    for (const projection of advanced) this.advanceAll(projection);
    this.wake();
  }

  private advanceAll(projection: string): void {
    const shards = [...(this.shards.get(projection) ?? [])].map(([name, position]) => ({ projection: name, position }));
    const least = leastOfShards(shards);
    if (least === null) return;
    this.positions.set(projection, least.position);
    const pace = this.paces.get(projection) ?? new Pace();
    this.paces.set(projection, pace);
    pace.reached(least.position, Date.now());
  }

  /** Positions a second over the last seconds in which it advanced; null when it does not run here. */
  rate(projection: string): number | null {
    return this.paces.get(projection)?.rate(Date.now()) ?? null;
  }

  /** Why each projection that cannot go on cannot, by the checkpoints of its shards; it is tried again. */
  get failing(): ReadonlyMap<string, string> {
    return this.failures;
  }

  fail(checkpoint: string, reason: string): void {
    this.failures.set(checkpoint, reason);
  }

  recover(checkpoint: string): void {
    this.failures.delete(checkpoint);
  }

  /** This process does not run the projections any more: from now on others may know better. */
  forget(): void {
    this.shards.clear();
    this.positions.clear();
    this.paces.clear();
    this.failures.clear();
    this.wake();
  }

  /** Calls `wake` whenever something changed, until the returned function is called. */
  onAdvance(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }
}

/** How far back a rate looks, at least; at most twice as far. */
const WINDOW_MS = 5_000;

type Mark = Readonly<{ position: bigint; at: number }>;

/** How fast positions go by. */
class Pace {
  private older: Mark | null = null;
  private newer: Mark | null = null;
  private last: Mark | null = null;

  reached(position: bigint, at: number): void {
    this.roll(at);
    this.last = { position, at };
    this.newer ??= this.last;
  }

  rate(now: number): number {
    this.roll(now);
    const since = this.older ?? this.newer;
    if (since === null || this.last === null || now <= since.at) return 0;
    return (Number(this.last.position - since.position) * 1000) / (now - since.at);
  }

  private roll(now: number): void {
    if (this.newer === null || now - this.newer.at < WINDOW_MS) return;
    this.older = this.newer;
    this.newer = this.last && { ...this.last, at: now };
  }
}
