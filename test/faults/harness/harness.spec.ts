import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '#event-store/event-store.js';
import { Book } from './book.js';
import { checkLog } from './check-log.js';
import { commandIdOf, entryOf } from './ledger.js';
import { runRounds } from './run-rounds.js';

it('the embedded stores lose and double nothing, whatever goes wrong (the nightly run takes 300 rounds)', async () => {
  const { problems, lost, doubled, acknowledgedEvents, counts } = await runRounds({ rounds: 14, seed: 7 });
  expect(problems).toEqual([]);
  expect([lost, doubled]).toEqual([0, 0]);
  expect(acknowledgedEvents).toBeGreaterThan(100);
  expect(counts.kills).toBeGreaterThanOrEqual(12);
}, 180_000);

describe('the check of a log', () => {
  /** Commands on one ledger, with their events as they should be stored. */
  const numbers = Array.from({ length: 100 }, (_, n) => n + 1).filter((number) => entryOf(number).ledger === '1');
  let balance = 0;
  const log = numbers.flatMap((number) => {
    const { amounts, text } = entryOf(number);
    return amounts.map((amount, part) => {
      balance += amount;
      return { number, data: { entry: number, part, parts: amounts.length, balance, text } };
    });
  });
  const sound: readonly StoredEvent[] = log.map(({ number, data }, n) => ({
    id: `${number}-${data.part}`,
    type: 'entry-made.v1',
    data: { ...data, before: n },
    metadata: { commandId: commandIdOf(number) },
    stream: 'ledger-1',
    revision: BigInt(n),
    position: BigInt(n + 1),
    recordedAt: '2026-03-01T09:00:00.000Z',
  }));
  const problemsOf = async (events: readonly StoredEvent[], chain = events) => {
    const book = new Book();
    for (const number of numbers) {
      const last = sound.findLast(({ data }) => data.entry === number);
      book.begin(number);
      if (last) book.acknowledge(number, { revision: last.revision, position: last.position, walBytes: 0 });
    }
    const { problems, lost, doubled } = await checkLog(
      {
        readAll: async ({ after = 0n }) => events.filter(({ position }) => position > after),
        readStream: async () => chain,
      },
      book,
    );
    return { problems: problems.length, lost, doubled };
  };
  const changed = (index: number, change: Partial<StoredEvent>) =>
    sound.map((event, n) => (n === index ? { ...event, ...change } : event));

  it('finds nothing in a sound one', async () => {
    expect(numbers.length).toBeGreaterThan(2);
    expect(await problemsOf(sound)).toEqual({ problems: 0, lost: 0, doubled: 0 });
  });

  it.each<[string, readonly StoredEvent[], (readonly StoredEvent[])?]>([
    ['an event lost at the end', sound.slice(0, -1)],
    ['an event lost in the middle', sound.filter((_, n) => n !== 2)],
    ['an event doubled', [...sound, { ...(sound.at(-1) as StoredEvent), revision: 999n, position: 999n }]],
    ['another content', changed(1, { data: { ...sound[1]?.data, balance: 1 } })],
    ['another command', changed(1, { metadata: { commandId: commandIdOf(9_999) } })],
    ['another time order', changed(1, { recordedAt: '2026-03-01T08:00:00.000Z' })],
    ['another revision', changed(1, { revision: 7n })],
    ['a broken chain', sound, sound.slice(1)],
  ])('finds %s', async (_, events, chain) => {
    expect((await problemsOf(events, chain)).problems).toBeGreaterThan(0);
  });

  it('counts what is lost and what is doubled', async () => {
    expect(await problemsOf(sound.slice(0, -1))).toMatchObject({ lost: 1, doubled: 0 });
    const twice = { ...(sound.at(-1) as StoredEvent), id: 'again', revision: BigInt(sound.length), position: 999n };
    expect(await problemsOf([...sound, twice])).toMatchObject({ lost: 0, doubled: 1 });
  });
});
