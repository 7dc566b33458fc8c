import { EventEmitter, once } from 'node:events';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

const serviceError = (code: status, details: string, metadata: Readonly<Record<string, string>> = {}): ServiceError => {
  const trailers = new Metadata();
  for (const [key, value] of Object.entries(metadata)) trailers.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata: trailers });
};

export const streamDropped = (): ServiceError => serviceError(status.INTERNAL, 'Received RST_STREAM with code 2');
export const invalidPosition = (): ServiceError =>
  serviceError(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
const notReady = (): ServiceError => serviceError(status.UNAVAILABLE, 'Server Is Not Ready');
const notLeader = (leader: { host: string; port: number }): ServiceError =>
  serviceError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
export const groupProblem = (code: status, exception: string, stream: string, group: string): ServiceError =>
  serviceError(code, exception, { exception, 'stream-name': stream, 'group-name': group });

/** What the double does wrong on purpose. Everything is off at the start. */
export class Faults {
  /** What every call is answered instead of its result. */
  refusal: 'none' | 'notReady' | { leader: { host: string; port: number } } = 'none';
  /** So many of the next appends are written, but their answers get lost. */
  loseAnswers = 0;
  /** So many of the next appends are written, but their connection breaks before the answer. */
  breakAnswers = 0;
  /** So many of the next appends break the connection before they are written. */
  breakAppends = 0;
  /** Milliseconds before each event that a read or a subscription delivers. */
  delay = 0;

  private frozen = false;
  private readonly changes = new EventEmitter().setMaxListeners(0);

  /** Takes connections and calls, but answers none. */
  freeze(): void {
    this.frozen = true;
  }

  /** Goes on with everything that arrived while frozen. */
  thaw(): void {
    this.frozen = false;
    this.changes.emit('thawed');
  }

  async thawed(): Promise<void> {
    while (this.frozen) await once(this.changes, 'thawed');
  }

  /** Ends every subscription under way with an error. */
  dropSubscriptions(): void {
    this.changes.emit('drop');
  }

  /** Calls `listener` when subscriptions are to end; the answer takes it away again. */
  onDrop(listener: () => void): () => void {
    this.changes.once('drop', listener);
    return () => this.changes.removeListener('drop', listener);
  }

  /** The error to answer a call with; null when it may go on. */
  refuses(): ServiceError | null {
    if (this.refusal === 'none') return null;
    return this.refusal === 'notReady' ? notReady() : notLeader(this.refusal.leader);
  }

  /** What becomes of the next append. */
  nextAppend(): 'answered' | 'lost' | 'brokenBefore' | 'brokenAfter' {
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      return 'lost';
    }
    if (this.breakAppends > 0) {
      this.breakAppends -= 1;
      return 'brokenBefore';
    }
    if (this.breakAnswers > 0) {
      this.breakAnswers -= 1;
      return 'brokenAfter';
    }
    return 'answered';
  }
}
