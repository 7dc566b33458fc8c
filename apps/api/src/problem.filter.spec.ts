import { type ArgumentsHost, Logger } from '@nestjs/common';
import { afterEach, expect, it, vi } from 'vitest';
import { UnreadableEvent } from '#event-store/event-store.js';
import { ProblemFilter } from './problem.filter.js';

afterEach(() => vi.restoreAllMocks());

it('logs once where the log cannot be read, however often it is asked for', () => {
  const logged = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const sent: string[] = [];
  const reply = { status: () => reply, header: () => reply, send: (body: string) => sent.push(body) };
  const host = { switchToHttp: () => ({ getResponse: () => reply }) } as unknown as ArgumentsHost;
  const filter = new ProblemFilter();
  const [first, second] = [1n, 2n].map((revision) => {
    return new UnreadableEvent({ stream: 'deal-a', revision, type: 'deal-won.v1' }, 'is no JSON object');
  });
  for (const error of [first, first, second, first]) filter.catch(error, host);
  expect(logged.mock.calls).toEqual([[first?.message], [second?.message]]);
  expect(sent.map((body) => JSON.parse(body).code)).toEqual(Array(4).fill('StreamUnreadable'));
});
