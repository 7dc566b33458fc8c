import { setTimeout as sleep } from 'node:timers/promises';
import { type Server, TOKEN } from '../running-server.js';
import { median } from './rounds.js';

/** Milliseconds, under so many commands a second. `visible`: from the answer of a command until a figure shows it. */
export type Visibility = Readonly<{
  commands: number;
  perSecond: number;
  answered: Readonly<{ median: number; p99: number }>;
  visible: Readonly<{ median: number; p99: number }>;
}>;

const PER_SECOND = 200;

/**
 * Reschedules open deals, a command every few milliseconds whether or not others are under way, and asks after each for a
 * board that shows it (`after` its position).
 */
export const visibilityOf = async ({ port }: Server, seconds: number): Promise<Visibility> => {
  const call = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      headers: { authorization: `Bearer ${TOKEN}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<T>;
  };
  const { items } =
    await call<Readonly<{ items: readonly Readonly<{ id: string }>[] }>>('/deals?status=Open&limit=200');
  const [answered, visible]: [number[], number[]] = [[], []];
  const one = async (n: number): Promise<void> => {
    const deal = items[n % items.length];
    const expectedCloseOn = `2030-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
    const began = performance.now();
    const { position } = await call<Readonly<{ position: string }>>(`/deals/${deal?.id}/reschedule`, {
      expectedCloseOn,
    });
    const written = performance.now();
    await call(`/pipelines/new-business?after=${position}`);
    answered.push(written - began);
    visible.push(performance.now() - written);
  };
  const count = PER_SECOND * seconds;
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const wait = began + (n * 1000) / PER_SECOND - performance.now();
    if (wait > 1) await sleep(wait);
    under.push(one(n));
  }
  await Promise.all(under);
  const perSecond = (count * 1000) / (performance.now() - began);
  return { commands: count, perSecond, answered: spreadOf(answered), visible: spreadOf(visible) };
};

const spreadOf = (took: readonly number[]): Readonly<{ median: number; p99: number }> => {
  const sorted = took.toSorted((a, b) => a - b);
  return { median: median(took), p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN };
};
