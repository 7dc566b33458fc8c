/** How far each projection of this process has come. A position of -1 means: not begun. */
export class Progress {
  private readonly positions = new Map<string, bigint>();
  private readonly waiting = new Set<() => void>();

  reached(checkpoint: string): bigint | null {
    return this.positions.get(checkpoint) ?? null;
  }

  advance(positions: Iterable<readonly [checkpoint: string, position: bigint]>): void {
    for (const [checkpoint, position] of positions) this.positions.set(checkpoint, position);
    for (const wake of [...this.waiting]) wake();
  }

  /** Calls `wake` at each advance until the returned function is called. */
  onAdvance(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }
}
