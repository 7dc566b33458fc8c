import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses, { type Status } from '@eventstore/db-client/generated/status_pb.js';
import streams, {
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, handleClientStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import wellKnown from 'google-protobuf/google/protobuf/empty_pb.js';
import { type Faults, streamDropped } from './faults.js';
import type { Appended, Expected, Log, ProposedEvent } from './log.js';
import { empty, streamIdentifier, streamName, uuid } from './messages.js';

type Proposal = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;
type Pending = { stream: string; expected: Expected; events: ProposedEvent[] };

/** Seen with a real server: a batch that it calls a bad request is answered a second time, 2 s later. */
const SECOND_ANSWER_AFTER_MS = 2_000;

const proposed = (message: Proposal): ProposedEvent => ({
  id: message.getId()?.getString().toLowerCase() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** The unary append, which the client uses when it is given credentials for the call. */
export const appendHandler =
  (log: Log, faults: Faults): handleClientStreamingCall<AppendReq, AppendResp> =>
  async (call, answer) => {
    const requests: AppendReq[] = [];
    for await (const request of call) requests.push(request);
    await faults.thawed();
    const refused = faults.refuses();
    if (refused) return answer(refused);
    const options = requests[0]?.getOptions();
    const stream = streamName(options?.getStreamIdentifier());
    const expected: Expected = options?.hasRevision()
      ? BigInt(options.getRevision())
      : options?.hasNoStream()
        ? 'no_stream'
        : options?.hasStreamExists()
          ? 'stream_exists'
          : 'any';
    const events = requests.flatMap((request) => request.getProposedMessage() ?? []).map(proposed);
    const fate = faults.nextAppend();
    if (fate === 'brokenBefore') return answer(streamDropped());
    const appended = log.append(stream, expected, events);
    if (fate === 'lost') return;
    if (fate === 'brokenAfter' || 'badRequest' in appended || 'tooLarge' in appended) return answer(streamDropped());
    answer(null, unaryAnswer(expected, appended));
  };

const unaryAnswer = (
  expected: Expected,
  appended: Extract<Appended, { revision: bigint } | { current: bigint | null }>,
): AppendResp => {
  const { AppendResp } = streams;
  if ('revision' in appended) {
    const success = new AppendResp.Success().setCurrentRevision(String(appended.revision));
    if (appended.position === null) success.setNoPosition(empty());
    else {
      const position = String(appended.position);
      success.setPosition(new AppendResp.Position().setCommitPosition(position).setPreparePosition(position));
    }
    return new AppendResp().setSuccess(success);
  }
  const wrong = new AppendResp.WrongExpectedVersion();
  if (appended.current === null) wrong.setCurrentNoStream(empty());
  else wrong.setCurrentRevision(String(appended.current));
  if (typeof expected === 'bigint') wrong.setExpectedRevision(String(expected));
  else if (expected === 'no_stream') wrong.setExpectedNoStream(empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(empty());
  else wrong.setExpectedAny(empty());
  return new AppendResp().setWrongExpectedVersion(wrong);
};

/** Appends over one long-lived call: chunks with a correlation id, answered when the final one is there. */
export const batchAppendHandler =
  (log: Log, faults: Faults): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const pending = new Map<string, Pending>();
    call.on('end', () => call.end());
    call.on('data', async (request: BatchAppendReq) => {
      const correlationId = request.getCorrelationId()?.getString() ?? '';
      const append = collect(pending, correlationId, request);
      if (!request.getIsFinal()) return;
      pending.delete(correlationId);
      await faults.thawed();
      if (call.cancelled || call.destroyed) return;
      answerBatch(call, correlationId, append, log, faults);
    });
  };

const collect = (pending: Map<string, Pending>, correlationId: string, request: BatchAppendReq): Pending => {
  const options = request.getOptions();
  const append = pending.get(correlationId) ?? {
    stream: streamName(options?.getStreamIdentifier()),
    expected: batchExpected(options),
    events: [],
  };
  append.events.push(...request.getProposedMessagesList().map(proposed));
  pending.set(correlationId, append);
  return append;
};

const batchExpected = (options: BatchAppendReq.Options | undefined): Expected => {
  if (options?.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options?.hasNoStream()) return 'no_stream';
  return options?.hasStreamExists() ? 'stream_exists' : 'any';
};

const answerBatch = (
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  correlationId: string,
  { stream, expected, events }: Pending,
  log: Log,
  faults: Faults,
): void => {
  const answer = (): BatchAppendResp =>
    new streams.BatchAppendResp().setCorrelationId(uuid(correlationId)).setStreamIdentifier(streamIdentifier(stream));
  if (faults.refusal === 'notReady') {
    call.write(answer().setError(problem('Server Is Not Ready', new wellKnown.Empty(), 'google.protobuf.Empty')));
    return;
  }
  const refused = faults.refuses();
  if (refused) {
    call.emit('error', refused);
    return;
  }
  const fate = faults.nextAppend();
  if (fate === 'brokenBefore') {
    call.emit('error', streamDropped());
    return;
  }
  const appended = log.append(stream, expected, events);
  if (fate === 'lost') return;
  if (fate === 'brokenAfter') {
    call.emit('error', streamDropped());
    return;
  }
  if ('revision' in appended) {
    call.write(answer().setSuccess(success(appended.revision, appended.position)));
    return;
  }
  call.write(answer().setError(refusalOf(appended, expected)));
  if ('badRequest' in appended) {
    setTimeout(() => {
      if (!call.cancelled) call.write(answer().setError(refusalOf(appended, expected)));
    }, SECOND_ANSWER_AFTER_MS).unref();
  }
};

const success = (revision: bigint, position: bigint | null): BatchAppendResp.Success => {
  const result = new streams.BatchAppendResp.Success().setCurrentRevision(String(revision));
  if (position === null) return result.setNoPosition(new wellKnown.Empty());
  return result.setPosition(
    new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );
};

const refusalOf = (appended: Exclude<Appended, { revision: bigint }>, expected: Expected): Status => {
  if ('badRequest' in appended) {
    return problem('BadRequest', new shared.BadRequest(), 'event_store.client.BadRequest');
  }
  if ('tooLarge' in appended) {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(appended.tooLarge);
    const type = 'event_store.client.MaximumAppendSizeExceeded';
    return problem('MaximumAppendSizeExceeded', details, type, codes.Code.INVALID_ARGUMENT);
  }
  const wrong = new shared.WrongExpectedVersion();
  if (appended.current === null) wrong.setCurrentNoStream(new wellKnown.Empty());
  else wrong.setCurrentStreamRevision(String(appended.current));
  if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(String(expected));
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new wellKnown.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new wellKnown.Empty());
  else wrong.setExpectedAny(new wellKnown.Empty());
  return problem('WrongExpectedVersion', wrong, 'event_store.client.WrongExpectedVersion');
};

const problem = (
  message: string,
  details: { serializeBinary(): Uint8Array },
  type: string,
  code: number = codes.Code.UNKNOWN,
): Status => {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), type);
  return new statuses.Status().setCode(code).setMessage(message).setDetails(packed);
};
