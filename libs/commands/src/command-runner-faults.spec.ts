import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v5 as uuidv5 } from 'uuid';
import { expect, it } from 'vitest';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { EventStoreUnavailable } from '#event-store/event-store.js';
import { isRejected } from '#kernel/outcome.js';
import { type Fault, faultyEventStore } from '#testing/faulty-event-store.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import type { CommandContext } from './command-context.js';
import { type Answer, CommandRunner } from './command-runner.js';
import { EventRegistry } from './event-registry.js';
import { ANNALS_NAMESPACE } from './idempotency-keys.js';

const registry = new EventRegistry([notebookDecider]);
const fault = fc.constantFrom<Fault>('none', 'none', 'none', 'fails', 'answer lost');
const request = fc.record({
  /** Which of two processes gets it. */
  process: fc.nat(1),
  /** Few, so that requests are often repeated and keys often used again. */
  request: fc.nat(2),
  /** The request without a key names its command itself. */
  hasKey: fc.boolean(),
  isCreate: fc.boolean(),
  /** Does not wait for the one before it to end. */
  atOnce: fc.boolean(),
});

it('requests through a store that fails and forgets to answer take effect once each, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 6, maxLength: 25 }),
      fc.array(fault, { maxLength: 60 }),
      async (requests, faults) => {
        const directory = mkdtempSync(join(tmpdir(), 'annals-faults-'));
        const store = await openEmbeddedEventStore({ directory });
        try {
          await new CommandRunner(store, registry).create(notebookDecider, 'n', contextOf('begin'), openNotebook());
          const coming = [...faults];
          const runners = [0, 1].map(
            () =>
              new CommandRunner(
                faultyEventStore(store, () => coming.shift() ?? 'none'),
                registry,
              ),
          );
          const names = requests.map(
            ({ request, hasKey, isCreate }) => `${isCreate ? 'create' : 'note'} ${request} ${hasKey}`,
          );
          const send = (name: string, by: CommandRunner | undefined): Promise<Answer<string> | null> => {
            const [kind, , hasKey] = name.split(' ');
            const context = contextOf(name, hasKey === 'true');
            const answer =
              kind === 'create' && hasKey === 'true'
                ? by?.create(notebookDecider, undefined, context, openNotebook(name))
                : by?.change(notebookDecider, 'n', context, takeNotes(name));
            return Promise.resolve(answer ?? null).catch((error: unknown) => {
              expect(error).toBeInstanceOf(EventStoreUnavailable);
              return null;
            });
          };
          const answers = new Map<string, Answer<string>[]>();
          let under: Promise<unknown>[] = [];
          for (const [n, { process, atOnce }] of requests.entries()) {
            const name = names[n] ?? '';
            if (!atOnce) await Promise.all(under.splice(0));
            under.push(
              send(name, runners[process]).then((answer) => {
                if (answer !== null) answers.set(name, [...(answers.get(name) ?? []), answer]);
              }),
            );
          }
          await Promise.all(under);
          under = [];
          // The client that got no answer asks again, until it has one.
          const healthy = new CommandRunner(store, registry);
          for (const name of new Set(names)) {
            const last = await send(name, healthy);
            if (last === null) throw new Error('The store answers');
            answers.set(name, [...(answers.get(name) ?? []), last]);
          }
          for (const [name, all] of answers) {
            const known = all.map((answer) => (isRejected(answer) ? answer : { ...answer, appended: 0 }));
            expect(new Set(known.map((answer) => JSON.stringify(answer, textOf))).size, name).toBe(1);
          }
          const facts = (await store.readAll({ limit: 1_000 })).filter(
            ({ type }) => type !== 'idempotency-key-used.v1',
          );
          const told = facts.slice(1).map(({ data }) => data.text ?? data.title);
          expect([...told].sort()).toEqual([...new Set(names)].sort());
          const befores = facts.filter(({ type }) => type === 'note-taken.v1').map(({ data }) => data.before);
          expect(befores).toEqual(befores.map((_, n) => n));
        } finally {
          await store.close();
          rmSync(directory, { recursive: true });
        }
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

const textOf = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const contextOf = (name: string, hasKey = false): CommandContext => {
  const commandId = uuidv5(name, ANNALS_NAMESPACE);
  return {
    commandId,
    actor: { id: 'ann', role: 'rep' },
    now: '2026-03-01T09:00:00.000Z',
    source: 'api',
    correlationId: commandId,
    ...(hasKey && { idempotency: { key: name, fingerprint: name } }),
  };
};
