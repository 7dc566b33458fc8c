import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import { openEventStoreDb } from '#event-store/eventstoredb/eventstoredb-event-store.js';
import { isRejected } from '#kernel/outcome.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { contextOf } from '#testing/open-stores.js';

const SHORT = { connectMs: 5_000, callMs: 300, giveUpMs: 5_000 };
const NOW = '2026-03-01T09:00:00.000Z';
const ANN = { id: 'ann', role: 'rep' } as const;
const registry = new EventRegistry([notebookDecider]);

describe('commands on EventStoreDB', () => {
  let server: EventStoreDbDouble;
  let store: EventStore;
  let runner: CommandRunner;
  const open = async (connectionString = server.connectionString): Promise<void> => {
    store = await openEventStoreDb({ connectionString, ...SHORT });
    runner = new CommandRunner(store, registry);
  };
  const note = (text: string, context = contextOf(ANN, NOW)): Promise<Answer<string>> =>
    runner.change(notebookDecider, 'n', context, takeNotes(text));
  const texts = async (): Promise<readonly unknown[]> =>
    (await store.readStream('notebook-n')).slice(1).map(({ data }) => data.text);
  /** The first answer, as a repeat gets it. */
  const repeated = (answer: Answer<string>): Answer<string> =>
    isRejected(answer) ? answer : { ...answer, appended: 0 };

  beforeEach(async () => {
    server = new EventStoreDbDouble();
    await server.start();
    await open();
    await runner.create(notebookDecider, 'n', contextOf(ANN, NOW), openNotebook());
  });
  afterEach(async () => {
    server.faults.thaw();
    await store.close();
    server.stop();
  });

  it.each(['loseAnswers', 'breakAnswers', 'breakAppends'] as const)(
    'of unknown outcome are one fact, and a repeat gets the same answer (%s)',
    async (fault) => {
      server.faults[fault] = 1;
      const context = contextOf(ANN, NOW);
      const first = await note('once', context);
      expect(first).toMatchObject({ revision: 1n, appended: 1 });
      await note('later');
      expect(await note('once', context)).toEqual(repeated(first));
      expect(await texts()).toEqual(['once', 'later']);
    },
  );

  it('that time out on a frozen server are one fact when they are sent again after its thaw, from another process', async () => {
    await store.close();
    store = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT, giveUpMs: 700 });
    runner = new CommandRunner(store, registry);
    const context = contextOf(ANN, NOW);
    await note('before');
    server.faults.freeze();
    await expect(note('once', context)).rejects.toThrow();
    server.faults.thaw();
    const first = repeated(await note('once', context));
    runner = new CommandRunner(store, registry);
    expect(await note('once', context)).toEqual(first);
    expect(await texts()).toEqual(['before', 'once']);
  });

  it('get their first answer after a restart of both sides', async () => {
    const context = contextOf(ANN, NOW);
    const first = await note('once', context);
    await note('later');
    await store.close();
    await server.restart();
    await open();
    expect(await note('once', context)).toEqual(repeated(first));
    expect(await texts()).toEqual(['once', 'later']);
  });

  it('are one fact each, in order, while the server is restarted below them', async () => {
    setTimeout(() => server.restart(), 30);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => note(`${n}`)));
    expect(answers.map((answer) => !isRejected(answer) && answer.revision)).toEqual(
      answers.map((_, n) => BigInt(n + 1)),
    );
    expect(await texts()).toEqual(answers.map((_, n) => `${n}`));
  });

  it('find the leader when the node they reach is not it any more', async () => {
    const follower = new EventStoreDbDouble();
    await follower.start();
    follower.faults.refusal = { leader: { host: '127.0.0.1', port: server.port } };
    await store.close();
    await open(follower.connectionString);
    const context = contextOf(ANN, NOW);
    const first = await note('once', context);
    expect(await note('once', context)).toEqual(repeated(first));
    expect(await texts()).toEqual(['once']);
    expect(follower.log.stream('notebook-n')).toHaveLength(0);
    follower.stop();
  });
});
