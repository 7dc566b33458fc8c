import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import streams, { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { type Faults, invalidPosition, streamDropped } from './faults.js';
import type { Log, RecordedEvent } from './log.js';
import { readEvent, streamIdentifier, streamName } from './messages.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** Checkpoints come every so many events that a filtered subscription looked at, times the client's interval. */
const CHECKPOINT_WINDOW = 32;

/** Reads of a stream and of `$all`, and subscriptions to them: one method in the protocol. */
export const readHandler =
  (log: Log, faults: Faults): handleServerStreamingCall<ReadReq, ReadResp> =>
  async (call) => {
    await faults.thawed();
    const refused = faults.refuses();
    const options = call.request.getOptions();
    if (refused) call.emit('error', refused);
    else if (options?.hasSubscription()) await subscribe(call, options, log, faults);
    else if (options) await read(call, options, log, faults);
  };

const read = async (call: Call, options: ReadReq.Options, log: Log, faults: Faults): Promise<void> => {
  const stream = options.hasStream() ? streamName(options.getStream()?.getStreamIdentifier()) : null;
  if (stream !== null && log.stream(stream).length === 0) {
    const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream));
    call.write(new streams.ReadResp().setStreamNotFound(notFound));
    call.end();
    return;
  }
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const found = stream === null ? readAll(log, options, backwards) : readStream(log, stream, options, backwards);
  if (found === null) {
    call.emit('error', invalidPosition());
    return;
  }
  const limit = Math.min(Number(options.getCount()), found.length);
  for (const event of found.slice(0, limit)) {
    if (!(await deliver(call, readEvent(event), faults.delay))) return;
  }
  call.end();
};

const readStream = (log: Log, stream: string, options: ReadReq.Options, backwards: boolean): RecordedEvent[] => {
  const from = options.getStream();
  const events = log.stream(stream);
  const start = from?.hasRevision() ? BigInt(from.getRevision()) : from?.hasEnd() ? BigInt(events.length) : 0n;
  return backwards
    ? events.filter(({ revision }) => revision <= start).reverse()
    : events.filter(({ revision }) => revision >= start);
};

/** From a position: forwards with the event that stands there, backwards without it. Null at no event's position. */
const readAll = (log: Log, options: ReadReq.Options, backwards: boolean): RecordedEvent[] | null => {
  const from = options.getAll();
  const position = from?.getPosition();
  if (!position) {
    if (backwards) return from?.hasEnd() ? [...log.records].reverse() : [];
    return from?.hasEnd() ? [] : [...log.records];
  }
  const at = log.records.findIndex((event) => event.position === BigInt(position.getCommitPosition()));
  if (at < 0) return null;
  return backwards ? log.records.slice(0, at).reverse() : log.records.slice(at);
};

const subscribe = async (call: Call, options: ReadReq.Options, log: Log, faults: Faults): Promise<void> => {
  const matches = filterOf(options);
  const stream = options.hasStream() ? streamName(options.getStream()?.getStreamIdentifier()) : null;
  const source = () => (stream === null ? log.records : log.stream(stream));
  let next = startOf(options, source());
  if (next < 0) {
    call.emit('error', invalidPosition());
    return;
  }
  const ended = new AbortController();
  const forget = faults.onDrop(() => {
    ended.abort();
    call.emit('error', streamDropped());
  });
  call.on('cancelled', () => ended.abort());
  call.on('close', () => ended.abort());
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
  call.write(new streams.ReadResp().setConfirmation(confirmation));
  const window = CHECKPOINT_WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  let looked = 0;
  let live = false;
  while (!ended.signal.aborted) {
    const event = source()[next];
    if (!event) {
      if (!live) call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
      live = true;
      await log.grown(ended.signal).catch(() => undefined);
      await faults.thawed();
      continue;
    }
    next += 1;
    looked += 1;
    if (matches(event) && !(await deliver(call, readEvent(event), faults.delay, ended.signal))) break;
    if (options.hasFilter() && looked % window === 0) call.write(checkpoint(event.position));
  }
  forget();
};

/** Subscriptions go on after the given place. */
const startOf = (options: ReadReq.Options, events: readonly RecordedEvent[]): number => {
  const from = options.getStream() ?? options.getAll();
  if (!from || from.hasStart()) return 0;
  if (from.hasEnd()) return events.length;
  const revision = options.getStream()?.getRevision();
  if (revision !== undefined) return Number(revision) + 1;
  const position = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
  const at = events.findIndex((event) => event.position === position);
  return at < 0 ? -1 : at + 1;
};

const filterOf = (options: ReadReq.Options): ((event: RecordedEvent) => boolean) => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const expression = filter.getEventType() ?? filter.getStreamIdentifier();
  const subject = (event: RecordedEvent) => (filter.hasEventType() ? event.type : event.stream);
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  const pattern = new RegExp(expression?.getRegex() ?? '');
  return (event) => pattern.test(subject(event));
};

const checkpoint = (position: bigint): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

/** Writes as fast as the client takes it; false when the call has ended meanwhile. */
const deliver = async (call: Call, message: ReadResp, delay: number, ended?: AbortSignal): Promise<boolean> => {
  if (delay > 0) await sleep(delay);
  if (call.cancelled || call.destroyed || ended?.aborted) return false;
  if (!call.write(message)) await drained(call, ended);
  return !call.cancelled && !call.destroyed && !ended?.aborted;
};

const drained = async (call: Call, ended?: AbortSignal): Promise<void> => {
  const over = new AbortController();
  const signal = ended ? AbortSignal.any([ended, over.signal]) : over.signal;
  await Promise.race([once(call, 'drain', { signal }), once(call, 'cancelled', { signal })]).catch(() => undefined);
  over.abort();
};
