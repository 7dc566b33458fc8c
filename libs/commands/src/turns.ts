/** Lets those who come with the same name go one after the other, in the order in which they came. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name);
    const result = before === undefined ? work() : before.then(work);
    const end = result.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(name, end);
    try {
      return await result;
    } finally {
      if (this.last.get(name) === end) this.last.delete(name);
    }
  }
}
