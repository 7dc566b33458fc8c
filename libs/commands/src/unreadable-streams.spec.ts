import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { type EventStore, type NewEvent, UnreadableEvent } from '#event-store/event-store.js';
import { isRejected } from '#kernel/outcome.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import type { CommandContext } from './command-context.js';
import { CommandRunner } from './command-runner.js';
import { EventRegistry } from './event-registry.js';

const says = (...fields: readonly string[]) => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field, { type: 'string' }])),
  required: fields,
  additionalProperties: false,
});
const registry = new EventRegistry([notebookDecider], {
  envelope: says('at', 'recordedAt', 'by', 'source', 'commandId', 'correlationId'),
  events: { 'notebook-opened.v1': says('title'), 'note-taken.v1': says('text') },
});

let directory: string;
let store: EventStore;
let runner: CommandRunner;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-unreadable-'));
  store = await openEmbeddedEventStore({ directory });
  runner = new CommandRunner(store, registry);
  for (const id of ['bad', 'good']) await runner.create(notebookDecider, id, context(), openNotebook());
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

const context = (): CommandContext => {
  const commandId = uuidv7();
  const now = '2026-03-01T09:00:00.000Z';
  return { commandId, actor: { id: 'ann', role: 'rep' }, now, source: 'api', correlationId: commandId };
};
const note = (id: string) => runner.change(notebookDecider, id, context(), takeNotes('more'));

const metadata = {
  at: '2026-03-01T09:00:00.000Z',
  ...{ by: 'ann', source: 'api', commandId: 'c', correlationId: 'c' },
};
/** As another program may append it. */
const foreign = (event: Partial<NewEvent>): NewEvent => ({
  ...{ id: uuidv7(), type: 'note-taken.v1', data: { text: 'a', before: 0 }, metadata },
  ...event,
});

const refusal = async (id: string): Promise<UnreadableEvent> => {
  const error: unknown = await note(id).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnreadableEvent)) throw new Error(`Not refused as it should be: ${error}`);
  return error;
};

describe('a stream with an event that cannot be read', () => {
  it.each([
    ['of a type that is not known', { type: 'note-sung.v1' }, 'is of a type or version that'],
    ['of a version that is not known', { type: 'note-taken.v2' }, 'is of a type or version that'],
    ['whose data is not what its type says', { data: { text: 7 } }, 'does not satisfy its schema: data/text must be'],
    ['that lacks a field', { data: {} }, "does not satisfy its schema: data must have required property 'text'"],
    [
      'without who and when',
      { metadata: {} },
      "does not satisfy its schema: metadata must have required property 'at'",
    ],
  ])('takes no command when it holds one %s, and others go on', async (_, event, reason) => {
    await store.append('notebook-bad', 0n, [foreign(event)]);
    const before = await store.head();
    const { type } = foreign(event);
    for (const error of [await refusal('bad'), await refusal('bad')]) {
      expect([error.stream, error.revision, error.type]).toEqual(['notebook-bad', 1n, type]);
      expect(error.message).toContain(`The event ${type} at revision 1 of the stream notebook-bad ${reason}`);
    }
    expect(await store.head()).toBe(before);
    expect(isRejected(await note('good'))).toBe(false);
  });

  it('takes no command when its events do not follow from each other', async () => {
    const falling = {
      ...notebookDecider,
      evolve: () => {
        throw new TypeError('There is no page');
      },
    };
    const change = runner.change(falling, 'good', context(), takeNotes('more'));
    await expect(change).rejects.toThrow(
      'at revision 0 of the stream notebook-good does not follow from the events before it: TypeError: There is no page',
    );
  });
});

it('a field more than is known is no reason not to read an event', async () => {
  await store.append('notebook-good', 0n, [foreign({ data: { text: 'a', before: 0, mood: 'glad' } })]);
  expect(isRejected(await note('good'))).toBe(false);
});
