import { setTimeout as sleep } from 'node:timers/promises';
import { type Server, TOKEN } from '../running-server.js';
import { Connections, requestText } from './load.js';
import { median } from './rounds.js';

/** Milliseconds, under so many commands a second. `visible`: from the answer of a command until a figure shows it. */
export type Visibility = Readonly<{
  commands: number;
  perSecond: number;
  answered: Readonly<{ median: number; p99: number }>;
  visible: Readonly<{ median: number; p99: number }>;
}>;

const PER_SECOND = 200;
const CONNECTIONS = 64;
/** Of the same load, not counted: until what serves it is compiled, and the deals are in memory. */
const WARM_UP_SECONDS = 3;

/**
 * Reschedules open deals, a command every few milliseconds whether or not others are under way, and asks after each for a
 * board that shows it (`after` its position).
 */
export const visibilityOf = async ({ port }: Server, seconds: number): Promise<Visibility> => {
  const connections = await Connections.open(port, CONNECTIONS);
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    JSON.parse(await connections.ask(requestText(method, `/api${path}`, body, TOKEN))) as T;
  const { items } = await call<Readonly<{ items: readonly Readonly<{ id: string }>[] }>>(
    'GET',
    '/deals?status=Open&limit=200',
  );
  const [answered, visible]: [number[], number[]] = [[], []];
  const one = async (n: number): Promise<void> => {
    const deal = items[n % items.length];
    const expectedCloseOn = `2030-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    const began = performance.now();
    const path = `/deals/${deal?.id}/reschedule`;
    const { position } = await call<Readonly<{ position: string }>>('POST', path, { expectedCloseOn });
    const written = performance.now();
    await call('GET', `/pipelines/new-business?after=${position}`);
    answered.push(written - began);
    visible.push(performance.now() - written);
  };
  const run = async (count: number): Promise<number> => {
    const began = performance.now();
    const under: Promise<void>[] = [];
    for (let n = 0; n < count; n += 1) {
      const wait = began + (n * 1000) / PER_SECOND - performance.now();
      if (wait > 1) await sleep(wait);
      under.push(one(n));
    }
    await Promise.all(under);
    return (count * 1000) / (performance.now() - began);
  };
  await run(PER_SECOND * WARM_UP_SECONDS);
  answered.length = 0;
  visible.length = 0;
  const count = PER_SECOND * seconds;
  const perSecond = await run(count);
  connections.close();
  return { commands: count, perSecond, answered: spreadOf(answered), visible: spreadOf(visible) };
};

const spreadOf = (took: readonly number[]): Readonly<{ median: number; p99: number }> => {
  const sorted = took.toSorted((a, b) => a - b);
  return { median: median(took), p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN };
};
