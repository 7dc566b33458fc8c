import {
  type AllStreamSubscription,
  EventStoreDBClient,
  excludeSystemEvents,
  type RecordedEvent,
} from '@eventstore/db-client';
import { charactersOf } from './recorded.js';
import { CallTimedOut } from './timeouts.js';

/** What a subscription says, in its order. */
export type FeedItem =
  | Readonly<{ kind: 'event'; event: RecordedEvent; characters: number }>
  /** Everything up to here has been delivered or filtered out. */
  | Readonly<{ kind: 'checkpoint'; position: bigint }>
  | Readonly<{ kind: 'caughtUp' }>
  | Readonly<{ kind: 'fellBehind' }>;

export type FeedOptions = Readonly<{
  after: bigint | undefined;
  /** Reading pauses with so many items waiting, or so many characters in them, and the driver's own buffers then slow the server down. */
  mostItems: number;
  mostCharacters: number;
  /** Milliseconds until the server must have confirmed the subscription. */
  confirmMs: number;
}>;

/** One subscription of the driver, from its confirmation to its first error, to be pulled from. */
export class Feed {
  private readonly items: FeedItem[] = [];
  /** Items that the driver told ahead of the events before them: due after so many events. */
  private readonly ahead: { due: number; item: FeedItem }[] = [];
  private readonly subscription: AllStreamSubscription;
  private readonly confirmation: NodeJS.Timeout;
  private received = 0;
  private characters = 0;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(
    client: EventStoreDBClient,
    private readonly options: FeedOptions,
  ) {
    const { after, confirmMs } = options;
    this.subscription = client.subscribeToAll({
      fromPosition: after === undefined ? 'start' : { commit: after, prepare: after },
      requiresLeader: true,
      filter: {
        ...excludeSystemEvents(),
        checkpointReached: (_, { commit }) => this.tellInOrder({ kind: 'checkpoint', position: commit }),
      },
    });
    this.confirmation = setTimeout(() => this.fail(new CallTimedOut(confirmMs)), confirmMs);
    this.subscription.on('confirmation', () => clearTimeout(this.confirmation));
    this.subscription.on('data', ({ event }) => this.receive(event));
    this.subscription.on('caughtUp', () => this.tellInOrder({ kind: 'caughtUp' }));
    this.subscription.on('fellBehind', () => this.tellInOrder({ kind: 'fellBehind' }));
    this.subscription.on('error', (error) => this.fail(error));
    this.subscription.on('end', () => this.fail(new Error('The server ended the subscription')));
    this.subscription.on('close', () => this.fail(new Error('The subscription was broken off')));
  }

  get drained(): boolean {
    return this.items.length === 0;
  }

  /** More than this part of what may wait. */
  private holds(part: number): boolean {
    const { mostItems, mostCharacters } = this.options;
    return this.items.length >= part * mostItems || this.characters >= part * mostCharacters;
  }

  /**
   * Waits until something is there, or `signal` aborts.
   * @throws the error that ended the subscription, once everything before it has been taken
   */
  async ready(signal: AbortSignal): Promise<void> {
    while (this.drained && this.failure === null && !signal.aborted) await this.news(signal);
    if (this.drained && this.failure !== null && !signal.aborted) throw this.failure;
  }

  /** Waits until as much is there as may wait, or all there is; but not for longer than `forMs` for the next of it. */
  async filled(signal: AbortSignal, forMs: number): Promise<void> {
    for (let before = -1; !this.holds(1) && this.items.length > before; ) {
      if (this.items.some(({ kind }) => kind === 'caughtUp')) return;
      before = this.items.length;
      await this.news(signal, forMs);
    }
  }

  /** The next item, without waiting. */
  take(): FeedItem | undefined {
    const item = this.items.shift();
    if (item?.kind === 'event') this.characters -= item.characters;
    if (!this.holds(0.5) && this.subscription.isPaused()) this.subscription.resume();
    return item;
  }

  close(): void {
    clearTimeout(this.confirmation);
    this.subscription.unsubscribe().catch(() => undefined);
    this.subscription.destroy();
  }

  private async news(signal: AbortSignal, forMs?: number): Promise<void> {
    if (this.failure !== null || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = forMs === undefined ? undefined : setTimeout(() => this.wake(), forMs);
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.wake = () => undefined;
        resolve();
      };
      this.wake = done;
      signal.addEventListener('abort', done);
    });
  }

  private receive(event: RecordedEvent | undefined): void {
    this.received += 1;
    if (event) {
      const characters = charactersOf(event);
      this.characters += characters;
      this.items.push({ kind: 'event', event, characters });
    }
    while (this.ahead[0] && this.ahead[0].due <= this.received) {
      const due = this.ahead.shift();
      if (due) this.items.push(due.item);
    }
    if (this.holds(1)) this.subscription.pause();
    this.wake();
  }

  /**
   * The driver tells checkpoints and the like while it reads, ahead of the events that still wait in its buffer: they
   * go behind those.
   */
  private tellInOrder(item: FeedItem): void {
    const waiting = this.subscription.readableLength;
    if (waiting === 0 && this.ahead.length === 0) {
      this.items.push(item);
      this.wake();
    } else {
      this.ahead.push({ due: this.received + waiting, item });
    }
  }

  private fail(error: Error): void {
    clearTimeout(this.confirmation);
    this.failure ??= error;
    this.wake();
  }
}
