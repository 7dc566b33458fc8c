import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import {
  type AppendResult,
  EventStoreUnavailable,
  type ExpectedRevision,
  WrongExpectedRevision,
} from '../event-store.js';
import type { SerialisedEvent } from '../serialise.js';
import { CallingThread, isSmall } from './calling-thread.js';
import type { AppendOutcome, AppendRequest, Batch } from './log-writer.js';
import { batchMessage, type OutcomesMessage, outcomesOf } from './writer-messages.js';
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

/** Writes on the calling thread; only while the worker has nothing. */
export type WriterHere = Readonly<{ write: (batch: Batch) => readonly AppendOutcome[]; close: () => void }>;

export type GroupCommitOptions = Readonly<{
  /** 1 from when a batch is posted to the worker until it is written. */
  busy: Int32Array;
  /** Milliseconds since 1970. */
  now: () => number;
  openHere: () => WriterHere;
  onCommitted: () => void;
}>;

/**
 * Brings appends into transactions: all that come in one turn of the event loop, or while a transaction is under way, go
 * into the next one together. A small one is written on the calling thread, others on the writer's; never two at a time.
 */
export class GroupCommit {
  readonly #callingThread = new CallingThread();
  #waiting: Waiting[] = [];
  #isScheduled = false;
  #underWay: readonly Waiting[] = [];
  #stopped: string | null = null;
  #closed: Promise<void> | null = null;
  #drained: (() => void) | null = null;
  #appends = 0;
  #commits = 0;

  private constructor(
    private readonly worker: Worker,
    private readonly here: WriterHere,
    private readonly options: GroupCommitOptions,
  ) {
    worker.on('message', (outcomes: OutcomesMessage) => this.#settle(outcomesOf(outcomes)));
    worker.on('error', (error) => this.#stop(`The log's writer failed: ${error.message}`));
    worker.on('exit', () => this.#stop("The log's writer has stopped"));
    process.on('exit', this.#awaitIdle);
    // Idle, it must not keep the process alive.
    worker.unref();
  }

  /**
   * Waits until the worker has opened the log, and made it when it is new; then opens it here.
   * @throws EventStoreUnavailable
   */
  static async start(worker: Worker, options: GroupCommitOptions): Promise<GroupCommit> {
    const [first] = (await once(worker, 'message').catch((error: Error) => [{ failed: error.message }])) as [
      FromWriter,
    ];
    try {
      if (first === 'opened') return new GroupCommit(worker, options.openHere(), options);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
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
      this.#schedule();
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
    Atomics.wait(this.options.busy, 0, 1, EXIT_PATIENCE);
  };

  #refusal(): string | null {
    if (this.#stopped !== null) return this.#stopped;
    if (this.#closed !== null) return 'The log is closed';
    return this.#waiting.length >= MAX_WAITING ? `${MAX_WAITING} appends wait already` : null;
  }

  /** At the end of this turn of the event loop, so that all appends made in it share the transaction. */
  #schedule(): void {
    if (this.#isScheduled || this.#underWay.length > 0 || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#commit();
    });
  }

  #commit(): void {
    if (this.#underWay.length > 0 || this.#waiting.length === 0) return;
    const { size, ...amount } = this.#nextBatch();
    this.#underWay = this.#waiting.splice(0, size);
    const batch: Batch = { appends: this.#underWay.map(({ request }) => request), now: this.options.now() };
    if (this.#callingThread.takes(amount)) {
      const began = performance.now();
      const outcomes = this.here.write(batch);
      this.#callingThread.learn(performance.now() - began);
      this.#settle(outcomes);
    } else {
      Atomics.store(this.options.busy, 0, 1);
      this.worker.ref();
      this.worker.postMessage(batchMessage(batch) satisfies ToWriter);
    }
  }

  #nextBatch(): Readonly<{ size: number; events: number; characters: number }> {
    let [events, characters, size] = [0, 0, 0];
    for (const { request, characters: more } of this.#waiting) {
      const [allEvents, allCharacters] = [events + request.events.length, characters + more];
      if (size > 0 && (allEvents > MAX_BATCH_EVENTS || allCharacters > MAX_BATCH_CHARACTERS)) break;
      [events, characters, size] = [allEvents, allCharacters, size + 1];
    }
    return { size, events, characters };
  }

  #settle(outcomes: readonly AppendOutcome[]): void {
    const settled = this.#underWay;
    this.#underWay = [];
    this.#commits += 1;
    // A large transaction runs on its thread while the callers of this one go on; a small one would hold them up.
    if (isSmall(this.#nextBatch())) this.#schedule();
    else this.#commit();
    for (const [n, append] of settled.entries()) this.#answer(append, outcomes[n]);
    this.options.onCommitted();
    if (this.#underWay.length + this.#waiting.length > 0) return;
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
    this.here.close();
    if (this.#stopped !== null) return;
    this.worker.ref();
    const exited = once(this.worker, 'exit');
    this.worker.postMessage('close' satisfies ToWriter);
    await exited;
  }
}
