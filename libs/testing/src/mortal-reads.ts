import type { ReadStore } from '#read-store/read-store.js';

type Batch = Parameters<ReadStore['commit']>[0];

/** A read store as one process sees it that is killed, or stands still for a while: nothing it asks is answered any more. */
export class MortalReads {
  readonly reads: ReadStore;
  private isGone = false;
  private writesLeft: number | null = null;
  private frozen: 'nothing' | 'commit' | 'all' = 'nothing';
  private readonly thawing = new Set<() => void>();

  constructor(store: ReadStore) {
    this.reads = new Proxy(store, {
      get: (target, name: keyof ReadStore) => {
        if (name === 'collection') return (...args: Parameters<ReadStore['collection']>) => target.collection(...args);
        return async (...args: unknown[]) => {
          await this.alive(name);
          if (name === 'commit' && this.writesLeft !== null) return this.dieAfterWriting(target, args[0] as Batch);
          return (target[name] as (...given: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  }

  get isDead(): boolean {
    return this.isGone;
  }

  /** Whether it is to die, or has died. */
  get isDying(): boolean {
    return this.isGone || this.writesLeft !== null;
  }

  die(): void {
    this.isGone = true;
  }

  /** In the next commit, when so much is written. */
  dieInCommit(writes: number): void {
    this.writesLeft = writes;
  }

  freeze(what: 'commit' | 'all'): void {
    this.frozen = what;
  }

  thaw(): void {
    this.frozen = 'nothing';
    for (const goOn of this.thawing) goOn();
  }

  private async alive(name: keyof ReadStore): Promise<void> {
    if (this.isGone) return new Promise(() => undefined);
    if (this.frozen === 'all' || this.frozen === name) {
      await new Promise<void>((resolve) => this.thawing.add(resolve));
    }
  }

  private async dieAfterWriting(target: ReadStore, { writes }: Batch): Promise<void> {
    await target.commit({ writes: writes.slice(0, this.writesLeft ?? 0), checkpoints: [] });
    this.isGone = true;
    return new Promise(() => undefined);
  }
}
