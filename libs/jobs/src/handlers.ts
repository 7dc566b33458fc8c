import type { Job } from './jobs.js';

export type Handler = (job: Job<unknown>) => Promise<void>;

/** The handlers of a process, one a type, complete once it starts. */
export class Handlers {
  readonly #byType = new Map<string, Handler>();
  #sealed = false;

  add<P>(type: string, handler: (job: Job<P>) => Promise<void>): void {
    if (this.#sealed) throw new Error(`The handler of ${type} comes after the start`);
    if (this.#byType.has(type)) throw new Error(`${type} has a handler already`);
    // A payload has the type that its enqueuer and its handler agreed upon; the queue only carries it.
    this.#byType.set(type, (job) => handler(job as Job<P>));
  }

  seal(): readonly (readonly [type: string, handler: Handler])[] {
    if (this.#sealed) throw new Error('Started already');
    this.#sealed = true;
    return [...this.#byType];
  }
}
