import persistent, {
  type CreateReq,
  type CreateResp,
  type ReadReq,
  type ReadResp,
} from '@eventstore/db-client/generated/persistent_pb.js';
import { type handleBidiStreamingCall, type handleUnaryCall, type ServerDuplexStream, status } from '@grpc/grpc-js';
import { type Faults, groupProblem } from './faults.js';
import type { Log, RecordedEvent } from './log.js';
import { persistentEvent, streamName } from './messages.js';

const ALL = '$all';

type Delivery = { event: RecordedEvent; retries: number };

/** A persistent subscription: hands out events to whoever reads, until they are acknowledged. */
class Group {
  readonly parked: RecordedEvent[] = [];
  private readonly again: Delivery[] = [];
  private next: number;

  constructor(
    private readonly events: () => readonly RecordedEvent[],
    fromEnd: boolean,
  ) {
    this.next = fromEnd ? events().length : 0;
  }

  take(): Delivery | undefined {
    const retried = this.again.shift();
    if (retried) return retried;
    const event = this.events()[this.next];
    if (event) this.next += 1;
    return event && { event, retries: 0 };
  }

  retry({ event, retries }: Delivery): void {
    this.again.push({ event, retries: retries + 1 });
  }
}

export class PersistentSubscriptions {
  private readonly groups = new Map<string, Group>();

  constructor(
    private readonly log: Log,
    private readonly faults: Faults,
  ) {}

  readonly create: handleUnaryCall<CreateReq, CreateResp> = async ({ request }, answer) => {
    await this.faults.thawed();
    const options = request.getOptions();
    const all = options?.hasAll() ?? false;
    const stream = all
      ? ALL
      : streamName(options?.getStream()?.getStreamIdentifier() ?? options?.getStreamIdentifier());
    const name = options?.getGroupName() ?? '';
    const key = groupKey(stream, name);
    if (this.groups.has(key)) {
      answer(groupProblem(status.ALREADY_EXISTS, 'persistent-subscription-exists', stream, name));
      return;
    }
    const fromEnd = all ? (options?.getAll()?.hasEnd() ?? false) : options?.getSettings()?.getRevision() === END;
    this.groups.set(key, new Group(() => (all ? this.log.records : this.log.stream(stream)), fromEnd));
    answer(null, new persistent.CreateResp());
  };

  readonly read: handleBidiStreamingCall<ReadReq, ReadResp> = (call) => {
    let reader: Reader | undefined;
    const done = () => reader?.stop();
    call.on('error', done);
    call.on('cancelled', done);
    call.on('end', () => {
      done();
      call.end();
    });
    call.on('data', (request: ReadReq) => {
      const options = request.getOptions();
      if (!options) {
        reader?.settle(request);
        return;
      }
      const stream = options.hasAll() ? ALL : streamName(options.getStreamIdentifier());
      const name = options.getGroupName();
      const group = this.groups.get(groupKey(stream, name));
      if (!group) {
        call.emit('error', groupProblem(status.NOT_FOUND, 'persistent-subscription-does-not-exist', stream, name));
        return;
      }
      reader = new Reader(call, group, this.log, Math.max(1, options.getBufferSize()));
      const confirmation = new persistent.ReadResp.SubscriptionConfirmation().setSubscriptionId(`${stream}::${name}`);
      call.write(new persistent.ReadResp().setSubscriptionConfirmation(confirmation));
      reader.start();
    });
  };
}

/** The largest unsigned 64-bit number: how the protocol of older servers says "from the end". */
const END = '18446744073709551615';

const groupKey = (stream: string, group: string): string => `${stream}::${group}`;

/** One consumer of a group: at most `buffer` events are out at once; what it leaves unsettled goes back. */
class Reader {
  private readonly out = new Map<string, Delivery>();
  private readonly ended = new AbortController();

  constructor(
    private readonly call: ServerDuplexStream<ReadReq, ReadResp>,
    private readonly group: Group,
    private readonly log: Log,
    private readonly buffer: number,
  ) {}

  async start(): Promise<void> {
    while (!this.ended.signal.aborted) {
      this.fill();
      await this.log.grown(this.ended.signal).catch(() => undefined);
    }
  }

  stop(): void {
    this.ended.abort();
    for (const delivery of this.out.values()) this.group.retry(delivery);
    this.out.clear();
  }

  settle(request: ReadReq): void {
    for (const id of request.getAck()?.getIdsList() ?? []) this.out.delete(id.getString());
    const { Action } = persistent.ReadReq.Nack;
    for (const id of request.getNack()?.getIdsList() ?? []) {
      const delivery = this.out.get(id.getString());
      this.out.delete(id.getString());
      if (delivery && request.getNack()?.getAction() === Action.RETRY) this.group.retry(delivery);
      if (delivery && request.getNack()?.getAction() === Action.PARK) this.group.parked.push(delivery.event);
    }
    this.fill();
  }

  private fill(): void {
    while (this.out.size < this.buffer) {
      const delivery = this.group.take();
      if (!delivery) return;
      this.out.set(delivery.event.id, delivery);
      this.call.write(persistentEvent(delivery.event, delivery.retries));
    }
  }
}
