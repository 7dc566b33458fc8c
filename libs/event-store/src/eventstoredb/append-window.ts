import { WrongExpectedVersionError } from '@eventstore/db-client';

/** As many as the driver's stream buffers before it makes writers wait. */
const SAFE_IN_FLIGHT = 15;
const MOST_IN_FLIGHT = 256;
/** Less than the smallest flow-control window of HTTP/2 (64 KiB): so much leaves the process even when nobody reads. */
const SAFE_BYTES = 60_000;
/** Past the driver's keep-alive (10 s and 10 s), when a dead connection has failed and nothing waits any more. */
const FORGOTTEN_AFTER_MS = 30_000;

/** A refused append is an answer too. */
const isRefusal = (error: unknown): boolean => error instanceof WrongExpectedVersionError;

type Waiter = Readonly<{ bytes: number; enter: () => void }>;

/**
 * Bounds the appends in flight. When a connection breaks while appends wait for room in the driver's stream, the
 * driver rejects them on a promise that nobody holds, which ends the process. So few are let in unless they are sure
 * to leave the process at once: small ones, on a connection that answers.
 */
export class AppendWindow {
  private inFlight = 0;
  private bytes = 0;
  private answering = false;
  private readonly waiting: Waiter[] = [];

  get empty(): boolean {
    return this.inFlight === 0;
  }

  /** Waits for room for an append of so many bytes. Its room is free again once the call given to `hold` has settled. */
  async enter(bytes: number): Promise<{ hold(call: Promise<unknown>): void }> {
    if (this.waiting.length > 0 || !this.hasRoom(bytes)) {
      await new Promise<void>((enter) => this.waiting.push({ bytes, enter }));
    } else {
      this.take(bytes);
    }
    return { hold: (call) => this.hold(bytes, call) };
  }

  /** Says that an answer is overdue. */
  stalled(): void {
    this.answering = false;
  }

  private hold(bytes: number, call: Promise<unknown>): void {
    let left = false;
    const leave = (answered: boolean): void => {
      if (left) return;
      left = true;
      clearTimeout(timer);
      this.answering = answered;
      this.inFlight -= 1;
      this.bytes -= bytes;
      this.admit();
    };
    const timer = setTimeout(() => leave(false), FORGOTTEN_AFTER_MS).unref();
    call.then(
      () => leave(true),
      (error: unknown) => leave(isRefusal(error)),
    );
  }

  private hasRoom(bytes: number): boolean {
    if (this.inFlight < SAFE_IN_FLIGHT) return true;
    return this.answering && this.inFlight < MOST_IN_FLIGHT && this.bytes + bytes <= SAFE_BYTES;
  }

  private take(bytes: number): void {
    this.inFlight += 1;
    this.bytes += bytes;
  }

  private admit(): void {
    for (let next = this.waiting[0]; next && this.hasRoom(next.bytes); next = this.waiting[0]) {
      this.waiting.shift();
      this.take(next.bytes);
      next.enter();
    }
  }
}
