import { type ArgumentsHost, Logger } from '@nestjs/common';
import { afterEach, expect, it, vi } from 'vitest';
import { UnreadableEvent } from '#event-store/event-store.js';
import { ProblemFilter } from './problem.filter.js';

afterEach(() => vi.restoreAllMocks());

const sent: string[] = [];
const reply = { status: () => reply, header: () => reply, send: (body: string) => sent.push(body) };
const hostOf = (method: string): ArgumentsHost =>
  ({ switchToHttp: () => ({ getRequest: () => ({ method }), getResponse: () => reply }) }) as unknown as ArgumentsHost;
const place = { stream: 'deal-a', revision: 1n, type: 'deal-won.v1' };

afterEach(() => sent.splice(0));

it('logs once where the log cannot be read, however often it is asked for', () => {
  const logged = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const filter = new ProblemFilter();
  const [first, second] = [1n, 2n].map((revision) => {
    return new UnreadableEvent({ ...place, revision }, 'is no JSON object');
  });
  for (const error of [first, first, second, first]) filter.catch(error, hostOf('POST'));
  expect(logged.mock.calls).toEqual([[first?.message], [second?.message]]);
  expect(sent.map((body) => JSON.parse(body).code)).toEqual(Array(4).fill('StreamUnreadable'));
});

it('logs with its stack what was thrown where an event does not follow from those before it', () => {
  const logged = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const cause = new TypeError('There is no stage');
  const error = new UnreadableEvent(place, 'does not follow from the events before it', { cause });
  new ProblemFilter().catch(error, hostOf('POST'));
  expect(logged.mock.calls).toEqual([[`${error.message}\n${cause.stack}`]]);
});

it.each([
  ['POST', true],
  ['GET', false],
])('tells a %s about a write where it is one', (method, isWrite) => {
  vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  new ProblemFilter().catch(new UnreadableEvent(place, 'is no JSON object'), hostOf(method));
  const { status, detail } = JSON.parse(sent[0] ?? '');
  expect([status, detail.includes('Nothing was written')]).toEqual([409, isWrite]);
  expect(detail).toMatch(/^The event deal-won.v1 at revision 1 of the stream deal-a is no JSON object. /);
});
