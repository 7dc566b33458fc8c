import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import {
  type AppendResult,
  EventStoreUnavailable,
  type ExpectedRevision,
  WrongExpectedRevision,
} from '../event-store.js';
import type { SerialisedEvent } from '../serialise.js';
import type { AppendOutcome, AppendRequest } from './log-writer.js';
import type { FromWriter, ToWriter } from './writer-worker.js';

/** Bounds of one transaction: beyond them the time to commit grows faster than what it saves. */
const MAX_BATCH_EVENTS = 4_096;
const MAX_BATCH_CHARACTERS = 8_000_000;
/** Appends that may wait for their transaction; a caller that has more under way is told to slow down. */
const MAX_WAITING = 65_536;
/** Milliseconds that an exiting process waits for the transaction under way. */
const EXIT_PATIENCE = 5_000;

type Waiting = Readonly<{
  request: AppendRequest;
  expected: ExpectedRevision;
  characters: number;
  resolve: (result: AppendResult) => void;
  reject: (reason: Error) => void;
}>;

/**
 * Hands appends to the writer's thread: all that wait while a transaction is under way go into the next one together,
 * and one that comes while the writer is idle goes at once.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  #underWay: readonly Waiting[] = [];
  #stopped: string | null = null;
  #closed: Promise<void> | null = null;
  #drained: (() => void) | null = null;
  #appends = 0;
  #commits = 0;

  private constructor(
    private readonly worker: Worker,
    private readonly busy: Int32Array,
    private readonly now: () => number,
    private readonly onCommitted: () => void,
  ) {
    worker.on('message', (outcomes: readonly AppendOutcome[]) => this.#settle(outcomes));
    worker.on('error', (error) => this.#stop(`The log's writer failed: ${error.message}`));
    worker.on('exit', () => this.#stop("The log's writer has stopped"));
    process.on('exit', this.#awaitIdle);
    // Idle, it must not keep the process alive.
    worker.unref();
  }

  /**
   * Waits until the worker has opened the log. `now` in milliseconds since 1970.
   * @throws EventStoreUnavailable
   */
  static async start(
    worker: Worker,
    busy: Int32Array,
    now: () => number,
    onCommitted: () => void,
  ): Promise<GroupCommit> {
    const [first] = (await once(worker, 'message').catch((error: Error) => [{ failed: error.message }])) as [
      FromWriter,
    ];
    if (first === 'opened') return new GroupCommit(worker, busy, now, onCommitted);
    await worker.terminate();
    throw new EventStoreUnavailable(`The log cannot be opened: ${'failed' in first ? first.failed : 'no answer'}`);
  }

  append(stream: string, expected: ExpectedRevision, events: readonly SerialisedEvent[]): Promise<AppendResult> {
    const refusal = this.#refusal();
    if (refusal !== null) return Promise.reject(new EventStoreUnavailable(refusal));
    return new Promise((resolve, reject) => {
      const request = { stream, expected: typeof expected === 'bigint' ? Number(expected) : expected, events };
      const characters = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      this.#waiting.push({ request, expected, characters, resolve, reject });
      // In a microtask, so that appends made in one go share the first transaction too.
      if (this.#underWay.length === 0 && this.#waiting.length === 1) queueMicrotask(() => this.#send());
    });
  }

  /** Appends written, and the transactions that they took. */
  metrics(): Readonly<{ appends: number; commits: number }> {
    return { appends: this.#appends, commits: this.#commits };
  }

  /** Waits for the appends under way. */
  close(): Promise<void> {
    this.#closed ??= this.#finish();
    return this.#closed;
  }

  /** The driver aborts the process when its thread is torn down inside a call: let a transaction under way end first. */
  readonly #awaitIdle = (): void => {
    Atomics.wait(this.busy, 0, 1, EXIT_PATIENCE);
  };

  #refusal(): string | null {
    if (this.#stopped !== null) return this.#stopped;
    if (this.#closed !== null) return 'The log is closed';
    return this.#waiting.length >= MAX_WAITING ? `${MAX_WAITING} appends wait already` : null;
  }

  #send(): void {
    if (this.#underWay.length > 0 || this.#waiting.length === 0) return;
    let [events, characters, size] = [0, 0, 0];
    for (const { request, characters: more } of this.#waiting) {
      events += request.events.length;
      characters += more;
      if (size > 0 && (events > MAX_BATCH_EVENTS || characters > MAX_BATCH_CHARACTERS)) break;
      size += 1;
    }
    this.#underWay = this.#waiting.splice(0, size);
    Atomics.store(this.busy, 0, 1);
    this.worker.ref();
    this.worker.postMessage({
      appends: this.#underWay.map(({ request }) => request),
      now: this.now(),
    } satisfies ToWriter);
  }

  #settle(outcomes: readonly AppendOutcome[]): void {
    const settled = this.#underWay;
    this.#underWay = [];
    this.#commits += 1;
    // The next transaction runs while the callers of this one go on.
    this.#send();
    for (const [n, append] of settled.entries()) this.#answer(append, outcomes[n]);
    this.onCommitted();
    if (this.#underWay.length > 0) return;
    this.worker.unref();
    this.#drained?.();
  }

  #answer({ request, expected, resolve, reject }: Waiting, outcome: AppendOutcome | undefined): void {
    if (outcome?.kind === 'appended') {
      this.#appends += 1;
      resolve({ revision: BigInt(outcome.revision), position: BigInt(outcome.position) });
    } else if (outcome?.kind === 'wrong') {
      const actual = outcome.actual === 'no_stream' ? 'no_stream' : BigInt(outcome.actual);
      reject(new WrongExpectedRevision(request.stream, expected, actual));
    } else {
      reject(new EventStoreUnavailable(`Not appended to ${request.stream}: ${outcome?.reason ?? 'no answer'}`));
    }
  }

  #stop(reason: string): void {
    this.#stopped ??= reason;
    process.off('exit', this.#awaitIdle);
    const lost = [...this.#underWay, ...this.#waiting];
    this.#underWay = [];
    this.#waiting = [];
    for (const { reject } of lost) reject(new EventStoreUnavailable(this.#stopped));
    this.#drained?.();
  }

  async #finish(): Promise<void> {
    while (this.#underWay.length + this.#waiting.length > 0) {
      await new Promise<void>((resolve) => {
        this.#drained = resolve;
      });
    }
    if (this.#stopped !== null) return;
    this.worker.ref();
    const exited = once(this.worker, 'exit');
    this.worker.postMessage('close' satisfies ToWriter);
    await exited;
  }
}
