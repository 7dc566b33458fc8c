import { UnreadableEvent } from '#event-store/event-store.js';

/** For work on many records: one that cannot be read holds up none of the others, and is told of at the end. */
export class UnreadableRecords {
  private readonly found: UnreadableEvent[] = [];

  /** What the work gives; null when a record that it needs cannot be read. Whatever else fails, fails. */
  async passOver<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      this.found.push(error);
      return null;
    }
  }

  /** @throws AggregateError when there was one */
  tell(): void {
    if (this.found.length === 0) return;
    throw new AggregateError(
      this.found,
      `What concerns these was left: ${this.found.map(({ message }) => message).join('; ')}`,
    );
  }
}
