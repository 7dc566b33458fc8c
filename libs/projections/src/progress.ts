/**
 * How far each projection that runs in this process has come, and which of them fail. A position of -1 means: not
 * begun. What runs elsewhere is not known here.
 */
export class Progress {
  private readonly positions = new Map<string, bigint>();
  private readonly failures = new Map<string, string>();
  private readonly waiting = new Set<() => void>();

  reached(checkpoint: string): bigint | null {
    return this.positions.get(checkpoint) ?? null;
  }

  advance(positions: Iterable<readonly [checkpoint: string, position: bigint]>): void {
    for (const [checkpoint, position] of positions) this.positions.set(checkpoint, position);
    this.wake();
  }

  /** Why each projection that cannot go on cannot; it is tried again. */
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
    this.positions.clear();
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
