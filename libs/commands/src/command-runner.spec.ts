import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendBytes, SAFE_APPEND_BYTES } from '#event-store/append-size.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { type EventStore, EventStoreUnavailable, type StoredEvent } from '#event-store/event-store.js';
import { isRejected } from '#kernel/outcome.js';
import { type Fault, faultyEventStore } from '#testing/faulty-event-store.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import type { CommandContext, Receipt } from './command-context.js';
import { type Answer, CommandRunner, ofExisting } from './command-runner.js';
import { EventRegistry } from './event-registry.js';

const NOW = '2026-03-01T09:00:00.000Z';
const LATER = '2026-03-01T10:00:00.000Z';
const registry = new EventRegistry([notebookDecider]);

let directory: string;
let store: EventStore;
let runner: CommandRunner;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-commands-'));
  store = await openEmbeddedEventStore({ directory });
  runner = new CommandRunner(store, registry);
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

const commandContext = (more: Partial<CommandContext> = {}): CommandContext => {
  const commandId = more.commandId ?? uuidv7();
  return { commandId, actor: { id: 'ann', role: 'rep' }, now: NOW, source: 'api', correlationId: commandId, ...more };
};
const keyed = (key: string, fingerprint: string, more: Partial<CommandContext> = {}): CommandContext =>
  commandContext({
    commandId: `00000000-0000-5000-8000-${key.padStart(12, '0')}`,
    ...more,
    idempotency: { key, fingerprint },
  });
const open = (context = commandContext(), id: string | null = 'n', by = runner) =>
  by.create(notebookDecider, id ?? undefined, context, openNotebook());
const note = (text: string, context = commandContext(), by = runner) =>
  by.change(notebookDecider, 'n', context, takeNotes(text));
const receipt = (answer: Answer<string>): Receipt => {
  if (isRejected(answer)) throw new Error(`Refused: ${answer.detail}`);
  return answer;
};
const stored = (id = 'n') => store.readStream(`notebook-${id}`);
const notes = async (): Promise<readonly StoredEvent['data'][]> => (await stored()).slice(1).map(({ data }) => data);
const everything = () => store.readAll({ limit: 1_000 });

describe('commands on one record', () => {
  it('take effect once each when they come at once, each decided on what came before', async () => {
    await open();
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => note(`note ${n}`)));
    expect(answers.map((answer) => receipt(answer).revision)).toEqual(
      Array.from({ length: 64 }, (_, n) => BigInt(n + 1)),
    );
    expect(await notes()).toEqual(Array.from({ length: 64 }, (_, n) => ({ text: `note ${n}`, before: n })));
  });

  it('take effect once each when several processes run them', async () => {
    await open();
    const runners = Array.from({ length: 4 }, () => new CommandRunner(store, registry));
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => note(`note ${n}`, commandContext(), runners[n % 4])),
    );
    expect(new Set(answers.map((answer) => receipt(answer).revision)).size).toBe(64);
    expect((await notes()).map(({ before }) => before)).toEqual(Array.from({ length: 64 }, (_, n) => n));
    expect(new Set((await notes()).map(({ text }) => text)).size).toBe(64);
  });

  it('let one of those win that saw the same revision', async () => {
    const { revision } = receipt(await open());
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => note(`note ${n}`, commandContext({ expectedRevision: revision }))),
    );
    expect(answers.filter((answer) => !isRejected(answer))).toHaveLength(1);
    expect(answers.filter(isRejected).map(({ rejected }) => rejected)).toEqual(Array(7).fill('StaleRevision'));
    expect(await notes()).toHaveLength(1);
  });

  it('go on after one of them failed', async () => {
    await open();
    const failing = runner.change(notebookDecider, 'n', commandContext(), () => {
      throw new Error('a bug');
    });
    const next = note('next');
    await expect(failing).rejects.toThrow('a bug');
    expect(receipt(await next).revision).toBe(1n);
  });
});

describe('a repeated command', () => {
  it('gets the first answer, whatever came since, and from any process', async () => {
    await open();
    const context = commandContext();
    const first = receipt(await note('first', context));
    await note('second');
    const head = await store.head();
    expect(await note('first', { ...context, now: LATER })).toEqual({ ...first, appended: 0 });
    expect(await note('first', context, new CommandRunner(store, registry))).toEqual({ ...first, appended: 0 });
    await store.close();
    store = await openEmbeddedEventStore({ directory });
    expect(await note('first', context, new CommandRunner(store, registry))).toEqual({ ...first, appended: 0 });
    expect(await store.head()).toBe(head);
  });

  it('is not stale by its own effect', async () => {
    await open();
    const context = commandContext({ expectedRevision: 0n });
    const first = receipt(await note('first', context));
    expect(await note('first', context)).toEqual({ ...first, appended: 0 });
  });

  it('that two processes run at once is one fact, and both know it as the log does', async () => {
    const context = commandContext();
    const other = new CommandRunner(store, registry);
    await Promise.all([open(context), open({ ...context, now: LATER }, 'n', other)]);
    const [opened] = await stored();
    expect(await stored()).toHaveLength(1);
    const { openedAt } = (await runner.state(notebookDecider, 'n')) ?? {};
    expect(openedAt).toBe(opened?.metadata.at);
    expect((await other.state(notebookDecider, 'n'))?.openedAt).toBe(openedAt);
  });

  it('after an append of unknown outcome makes exactly one fact', async () => {
    await open();
    for (const fault of ['fails', 'answer lost'] as const) {
      let next: Fault = fault;
      const faulty = new CommandRunner(
        faultyEventStore(store, ({ kind }) => {
          if (kind === 'read') return 'none';
          const fault = next;
          next = 'none';
          return fault;
        }),
        registry,
      );
      const context = commandContext();
      await expect(note(fault, context, faulty)).rejects.toThrow(EventStoreUnavailable);
      await note('between');
      expect(receipt(await note(fault, context, faulty)).appended).toBe(fault === 'fails' ? 1 : 0);
      expect((await notes()).filter(({ text }) => text === fault)).toHaveLength(1);
    }
  });
});

describe('when a fact was true', () => {
  it('is now by default, yet never before the last fact', async () => {
    await open(commandContext({ now: LATER }));
    await note('by a clock that is behind', commandContext({ now: NOW }));
    expect((await stored()).map(({ metadata }) => metadata.at)).toEqual([LATER, LATER]);
  });

  it('is refused in the future, before the last fact, and before 1970, with nothing appended', async () => {
    const early = commandContext({ occurredAt: '1969-12-31T23:59:59.999Z' });
    expect(await open(early)).toMatchObject({ rejected: 'OccurredTooEarly' });
    expect(await open(commandContext({ occurredAt: LATER }))).toMatchObject({ rejected: 'OccurredInFuture' });
    expect(await open(keyed('1', 'a', { occurredAt: LATER }))).toMatchObject({ rejected: 'OccurredInFuture' });
    expect(await store.head()).toBe(null);
    await open();
    const before = commandContext({ occurredAt: '2026-02-01T00:00:00.000Z' });
    expect(await note('too early', before)).toMatchObject({ rejected: 'OccurredBeforeLastFact' });
    const atOnce = commandContext({ occurredAt: NOW });
    expect(receipt(await note('at the same instant', atOnce)).revision).toBe(1n);
  });
});

describe('a series', () => {
  const take = ofExisting(notebookDecider, takeNotes);

  it('appends all that is accepted at once, around what is refused', async () => {
    const context = commandContext();
    const steps = [
      { context: commandContext(), decide: openNotebook() },
      { context, decide: take('one', 'two') },
      { context: commandContext(), decide: take('') },
      { context: commandContext(), decide: take() },
      { context, decide: take('one', 'two') },
      { context: commandContext(), decide: take('three') },
    ];
    const answers = await runner.series(notebookDecider, 'n', steps);
    const position = await store.head();
    expect(answers).toEqual([
      { id: 'n', revision: 0n, position, appended: 1 },
      { id: 'n', revision: 2n, position, appended: 2 },
      { rejected: 'Empty', detail: 'A note says something' },
      { id: 'n', revision: 2n, position, appended: 0 },
      { id: 'n', revision: 2n, position, appended: 0 },
      { id: 'n', revision: 3n, position, appended: 1 },
    ]);
    expect((await notes()).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    const again = await new CommandRunner(store, registry).series(notebookDecider, 'n', steps);
    expect(again.map((answer) => !isRejected(answer) && answer.appended)).toEqual([0, 0, false, 0, 0, 0]);
    expect(await store.head()).toBe(position);
  });

  it('of which the append fails leaves nothing behind', async () => {
    const failing = new CommandRunner(
      faultyEventStore(store, ({ kind }) => (kind === 'append' ? 'fails' : 'none')),
      registry,
    );
    const steps = [
      { context: commandContext(), decide: openNotebook() },
      { context: commandContext(), decide: take('one') },
    ];
    await expect(failing.series(notebookDecider, 'n', steps)).rejects.toThrow(EventStoreUnavailable);
    expect(await store.head()).toBe(null);
    expect((await runner.series(notebookDecider, 'n', steps)).map((answer) => receipt(answer).appended)).toEqual([
      1, 1,
    ]);
  });

  it('too large for one append is appended in several, each of whole commands, in their order', async () => {
    const appends: (readonly string[])[] = [];
    const watched: EventStore = {
      ...faultyEventStore(store, () => 'none'),
      append: (stream, expected, events) => {
        appends.push(events.map(({ data }) => String(data.text ?? data.title).slice(0, 1)));
        expect(events.reduce((sum, event) => sum + appendBytes(event), 0)).toBeLessThanOrEqual(SAFE_APPEND_BYTES);
        return store.append(stream, expected, events);
      },
    };
    const long = (first: string) => first + '漢'.repeat(50_000);
    const texts = [['a'], ['b', 'c'], [], ['d'], [''], ['e', 'f'], ['g']];
    const steps = [
      { context: commandContext(), decide: openNotebook() },
      ...texts.map((some) => ({ context: commandContext(), decide: take(...some.map((text) => text && long(text))) })),
    ];
    const answers = await new CommandRunner(watched, registry).series(notebookDecider, 'n', steps);
    // Three notes of 150,000 bytes fit: but not the first of two that one command takes.
    expect(appends).toEqual([['N', 'a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
    const positions = (await stored()).map(({ position }) => position);
    expect(answers).toEqual([
      { id: 'n', revision: 0n, position: positions[3], appended: 1 },
      { id: 'n', revision: 1n, position: positions[3], appended: 1 },
      { id: 'n', revision: 3n, position: positions[3], appended: 2 },
      { id: 'n', revision: 3n, position: positions[3], appended: 0 },
      { id: 'n', revision: 4n, position: positions[6], appended: 1 },
      { rejected: 'Empty', detail: 'A note says something' },
      { id: 'n', revision: 6n, position: positions[6], appended: 2 },
      { id: 'n', revision: 7n, position: positions[7], appended: 1 },
    ]);
    expect((await notes()).map(({ before }) => before)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('of which the second append fails has its first commands, and goes on when it is repeated', async () => {
    let appends = 0;
    const failing = faultyEventStore(store, ({ kind }) => {
      if (kind === 'append') appends += 1;
      return kind === 'append' && appends === 2 ? 'fails' : 'none';
    });
    const steps = [
      { context: commandContext(), decide: openNotebook() },
      ...[1, 2, 3].map(() => ({ context: commandContext(), decide: take('x'.repeat(300_000)) })),
    ];
    await expect(new CommandRunner(failing, registry).series(notebookDecider, 'n', steps)).rejects.toThrow(
      EventStoreUnavailable,
    );
    expect(await stored()).toHaveLength(2);
    const answers = await runner.series(notebookDecider, 'n', steps);
    expect(answers.map((answer) => receipt(answer).appended)).toEqual([0, 0, 1, 1]);
    expect((await notes()).map(({ before }) => before)).toEqual([0, 1, 2]);
  });

  it('refuses a command that is too large for the log, and runs the others', async () => {
    const answers = await runner.series(notebookDecider, 'n', [
      { context: commandContext(), decide: openNotebook() },
      { context: commandContext(), decide: take('x'.repeat(1_500_000)) },
      { context: commandContext(), decide: take('short') },
    ]);
    expect(answers).toMatchObject([{ appended: 1 }, { rejected: 'TooLarge' }, { appended: 1 }]);
    expect((await notes()).map(({ text }) => text)).toEqual(['short']);
  });

  it('on a record that is not there is not found', async () => {
    expect(await runner.series(notebookDecider, 'n', [{ context: commandContext(), decide: take('one') }])).toEqual([
      { rejected: 'NotFound', detail: 'There is no notebook n' },
    ]);
  });
});

describe('an idempotency key', () => {
  it('gives the first answer to the same request, and refuses another', async () => {
    const first = receipt(await open(keyed('1', 'a')));
    await note('between');
    expect(await open(keyed('1', 'a'))).toEqual({ ...first, appended: 0 });
    expect(await open(keyed('1', 'b'))).toMatchObject({ rejected: 'IdempotencyKeyReused' });
    expect(await note('under the same key', keyed('1', 'c'))).toMatchObject({ rejected: 'IdempotencyKeyReused' });
  });

  it('of one actor says nothing about that of another', async () => {
    await open(keyed('1', 'a'));
    const bob = keyed('1', 'b', { commandId: uuidv7(), actor: { id: 'bob', role: 'rep' } });
    expect(receipt(await note('of bob', bob)).appended).toBe(1);
  });

  it('keeps the answer of a request that changed nothing', async () => {
    await open();
    const first = receipt(await open(keyed('1', 'a')));
    expect(first.appended).toBe(0);
    await note('since');
    expect(await open(keyed('1', 'a'))).toEqual(first);
    expect(await open(keyed('1', 'b'))).toMatchObject({ rejected: 'IdempotencyKeyReused' });
  });

  it('is free again after a refusal, of which nothing is stored', async () => {
    await open();
    const head = await store.head();
    expect(await note('', keyed('1', 'a'))).toMatchObject({ rejected: 'Empty' });
    expect(await note('x', keyed('1', 'b', { expectedRevision: 7n }))).toMatchObject({ rejected: 'StaleRevision' });
    expect(await store.head()).toBe(head);
    expect(receipt(await note('said', keyed('1', 'c'))).appended).toBe(1);
  });

  it('makes one record of a request without an id that is sent many times at once', async () => {
    const runners = [runner, new CommandRunner(store, registry)];
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => open(keyed('1', 'a'), null, runners[n % 2])),
    );
    expect(new Set(answers.map((answer) => receipt(answer).id)).size).toBe(1);
    expect((await everything()).map(({ type }) => type)).toEqual(['idempotency-key-used.v1', 'notebook-opened.v1']);
  });

  it('goes to one of two different requests that come at once', async () => {
    await open();
    const answers = await Promise.all([note('one', keyed('1', 'a')), note('two', keyed('1', 'b'))]);
    expect(answers.map((answer) => isRejected(answer) && answer.rejected)).toEqual([false, 'IdempotencyKeyReused']);
    expect((await notes()).map(({ text }) => text)).toEqual(['one']);
  });

  it('finds its record again after a crash between the key and the fact', async () => {
    for (const [n, fault] of (['fails', 'answer lost'] as const).entries()) {
      const crashing = new CommandRunner(
        faultyEventStore(store, ({ kind, stream }) =>
          kind === 'append' && stream.startsWith('notebook') ? fault : 'none',
        ),
        registry,
      );
      const context = keyed(String(n), 'a');
      await expect(open(context, null, crashing)).rejects.toThrow(EventStoreUnavailable);
      const { id } = receipt(await open(context, null));
      expect(receipt(await open(context, null)).id).toBe(id);
      expect(await stored(id)).toHaveLength(1);
      expect((await everything()).filter(({ type }) => type === 'notebook-opened.v1')).toHaveLength(n + 1);
    }
  });
});
