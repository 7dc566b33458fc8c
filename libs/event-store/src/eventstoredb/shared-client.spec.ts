import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedClient } from './shared-client.js';

const CONNECTION = 'esdb://127.0.0.1:1?tls=false';
const TEN_SECONDS = 10_000;

describe('the client that all stores of a process share', () => {
  let shared: SharedClient;
  let disposals: number[];
  let made: number;
  /** What a disposal waits for. */
  let gate: Promise<unknown>;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    [made, disposals, gate] = [0, [], Promise.resolve()];
    vi.spyOn(EventStoreDBClient, 'connectionString').mockImplementation(() => {
      const n = made;
      made += 1;
      const dispose = async (): Promise<void> => {
        await gate;
        disposals.push(n);
      };
      return { n, dispose } as unknown as EventStoreDBClient;
    });
    shared = await SharedClient.acquire(CONNECTION);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await shared.release();
    vi.restoreAllMocks();
  });

  const later = async (milliseconds: number): Promise<void> => {
    vi.advanceTimersByTime(milliseconds);
    await settled();
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const nameOf = (driver: EventStoreDBClient): number => (driver as unknown as { n: number }).n;

  it('has one client and its predecessors in use, however often it is renewed', async () => {
    for (let n = 0; n < 100; n += 1) {
      shared.renew();
      await later(TEN_SECONDS);
    }
    expect(made).toBe(101);
    expect(disposals).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('is renewed at once, and then every ten seconds at most', async () => {
    for (let n = 0; n < 25; n += 1) {
      shared.renew();
      await later(1_000);
    }
    expect(made).toBe(1 + 3);
  });

  it('lets the old client serve what it had begun', async () => {
    const first = shared.borrow();
    const second = shared.borrow();
    shared.renew();
    await settled();
    expect(nameOf(shared.borrow().driver)).toBe(1);
    first.giveBack();
    await settled();
    expect(disposals).toEqual([]);
    second.giveBack();
    await settled();
    expect(disposals).toEqual([0]);
  });

  it('disposes of no client while an append is under way, and begins none meanwhile', async () => {
    const answers: ((n: number) => void)[] = [];
    const append = () =>
      shared.append((driver) => new Promise<number>((resolve) => answers.push(() => resolve(nameOf(driver)))));
    const old = append();
    await settled();
    shared.renew();
    const fresh = append();
    await settled();
    answers[0]?.(0);
    expect(await old).toBe(0);
    await settled();
    expect(disposals).toEqual([]);

    let open: (value?: unknown) => void = () => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    answers[1]?.(0);
    expect(await fresh).toBe(1);
    const waiting = append();
    await settled();
    expect([disposals, answers.length]).toEqual([[], 2]);
    open();
    await settled();
    expect([disposals, answers.length]).toEqual([[0], 3]);
    answers[2]?.(0);
    expect(await waiting).toBe(1);
  });
});
