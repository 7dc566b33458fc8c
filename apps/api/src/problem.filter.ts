import type { Socket } from 'node:net';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStoreUnavailable, UnreadableEvent, WrongExpectedRevision } from '#event-store/event-store.js';
import { type Problem, ProblemException } from '#http/problem.js';
import { JobsUnavailable } from '#jobs/jobs.js';
import { NoExchangeRate } from '#kernel/exchange-rates.js';
import { KeyStoreUnavailable } from '#privacy/key-store.js';
import { ReadModelBehind } from '#projections/read-models.js';
import { InvalidCursor, ReadStoreUnavailable } from '#read-store/read-store.js';

const RETRY_AFTER_SECONDS = 1;
const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

const titles: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['BadInput', 'The request is not valid'],
  401: ['NotSignedIn', 'A valid bearer token is needed'],
  403: ['NotAllowed', 'Not allowed'],
  404: ['NotFound', 'Not found'],
  405: ['MethodNotAllowed', 'Method not allowed'],
  406: ['NotAcceptable', 'Not acceptable'],
  413: ['TooLarge', 'The request is too large'],
  414: ['UrlTooLong', 'The URL is too long'],
  415: ['UnsupportedMediaType', 'Unsupported media type'],
  429: ['TooManyRequests', 'Too many requests'],
  431: ['HeadersTooLarge', 'The headers are too large'],
};

/** Writes every failure as RFC 9457 problem details. What went wrong inside is logged, never told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');
  /** Where the log cannot be read is told once, however often it is asked for. */
  private readonly told = new Set<string>();

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const isRead = ['GET', 'HEAD'].includes(http.getRequest<FastifyRequest>().method);
    const known = error instanceof UnreadableEvent ? streamUnreadable(error, isRead) : toProblemException(error);
    if (error instanceof UnreadableEvent) this.tellOnce(error);
    if (known === null) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    sendProblem(http.getResponse<FastifyReply>(), known ?? internal());
  }

  private tellOnce({ stream, revision, message, cause }: UnreadableEvent): void {
    const place = `${stream}@${revision}`;
    if (this.told.has(place)) return;
    this.told.add(place);
    // What an event does not follow from may as well be a fault of this program: its stack tells.
    this.logger.error(cause instanceof Error ? `${message}\n${cause.stack}` : message);
  }
}

/** Answers a request whose URL names no route, as it cannot be read or is too long. */
export const refuseUrl = (reply: FastifyReply, { statusCode = 400 }: Readonly<{ statusCode?: number }>): void => {
  const message = statusCode === 414 ? 'is too long' : 'is not well encoded';
  sendProblem(reply, ofStatus(statusCode, `The URL ${message}`, [{ path: 'url', message }]));
};

/** Answers what is no HTTP request. */
export const refuseConnection = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, phrase] =
    error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request'];
  const body = JSON.stringify(problemOf(ofStatus(status, 'The request is no HTTP request that this server takes')));
  const head = `HTTP/1.1 ${status} ${phrase}\r\ncontent-type: ${PROBLEM_JSON}\r\ncontent-length: ${body.length}\r\nconnection: close`;
  socket.end(`${head}\r\n\r\n${body}`);
};

export const sendProblem = (reply: FastifyReply, exception: ProblemException): void => {
  const { status, retryAfterSeconds } = exception;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(status)
    .header('content-type', PROBLEM_JSON)
    .send(JSON.stringify(problemOf(exception)));
};

const problemOf = ({ status, code, title, detail, errors }: ProblemException): Problem => ({
  type: `/api/docs#${code}`,
  title,
  status,
  code,
  detail,
  ...(errors && { errors }),
});

const internal = (): ProblemException =>
  new ProblemException(500, 'Internal', 'Internal error', 'Something went wrong; it has been logged');

const toProblemException = (error: unknown): ProblemException | null => {
  if (error instanceof ProblemException) return error;
  if (error instanceof InvalidCursor)
    return ofStatus(400, 'cursor: is none of this list', [{ path: 'cursor', message: 'is none of this list' }]);
  if (error instanceof ReadModelBehind) return unavailable('ReadModelBehind', error.message);
  if (error instanceof NoExchangeRate) {
    return new ProblemException(409, 'ExchangeRateMissing', 'Nothing tells what the currency is worth', error.message);
  }
  if (error instanceof EventStoreUnavailable)
    return unavailable('EventStoreUnavailable', 'The event store does not answer');
  if (error instanceof ReadStoreUnavailable)
    return unavailable('ReadStoreUnavailable', 'The read store does not answer');
  if (error instanceof KeyStoreUnavailable)
    return unavailable('KeyStoreUnavailable', 'The store of keys does not answer');
  if (error instanceof JobsUnavailable) return unavailable('JobsUnavailable', 'The job queue does not answer');
  if (error instanceof WrongExpectedRevision) {
    const detail = 'Others keep changing the record; try again';
    return new ProblemException(409, 'RecordBusy', 'The record is being changed', detail, undefined, 1);
  }
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const message = error instanceof Error ? error.message : '';
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return ofStatus(status, message, status === 400 ? [{ path: 'body', message }] : undefined);
};

const ofStatus = (status: number, detail: string, errors?: ProblemException['errors']): ProblemException => {
  const [code, title] = titles[status] ?? ['Refused', 'The request was refused'];
  return new ProblemException(status, code, title, detail || title, errors);
};

/** Not 503: asking again does not help. */
const streamUnreadable = ({ message }: UnreadableEvent, isRead: boolean): ProblemException =>
  new ProblemException(
    409,
    'StreamUnreadable',
    'The record holds an event that cannot be read',
    `${message}. ${isRead ? UNREADABLE_TO_READ : UNREADABLE_TO_WRITE}`,
  );

const UNREADABLE_TO_READ =
  'This cannot be told without it. If a newer version of Annals wrote it, run that one here; the audit shows what the log holds there';
const UNREADABLE_TO_WRITE =
  'Nothing was written. If a newer version of Annals wrote it, run that one here; if another program did, keep it from this stream, and go on with a new record or a backup of the log';

const unavailable = (code: string, detail: string): ProblemException =>
  new ProblemException(503, code, 'Not available at the moment', detail, undefined, RETRY_AFTER_SECONDS);
