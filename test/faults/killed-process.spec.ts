import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import { Progress } from '#projections/progress.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { scanAll } from '#projections/scan-all.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { notebookDecider } from '#testing/notebook.js';
import { notebookPages } from '#testing/notebook-pages.js';

const PROCESS = fileURLToPath(new URL('./command-until-killed.js', import.meta.url));
const ROUNDS = Number(process.env.ANNALS_FAULT_ROUNDS ?? 8);
const WRITERS = 8;

it('keeps each acknowledged command once, and read models equal the log, however often it is killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-killed-'));
  const acknowledged = new Map<string, string>();
  const next = Array.from({ length: WRITERS }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each writer repeats its last commands, those that nobody heard of among them.
    const starts = next.map((n) => String(Math.max(0, n - 3)));
    for (const line of await linesUntilKilled(directory, starts)) {
      const [writer, n, ...receipt] = line.split(' ');
      const key = `${writer} ${n}`;
      // A repeated command got the first answer.
      expect(acknowledged.get(key) ?? receipt.join(' '), key).toBe(receipt.join(' '));
      acknowledged.set(key, receipt.join(' '));
      next[Number(writer)] = Number(n) + 1;
    }
    const events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
    const facts = await factsOf(events);
    const expected = new Map<string, string[]>();
    for (const { stream, data } of facts) {
      const id = stream.slice('notebook-'.length);
      const notes = expected.get(id) ?? [];
      expect(data.before, 'decided on all that came before').toBe(notes.length);
      expected.set(id, [...notes, String(data.text)]);
    }
    const places = new Map<string, StoredEvent[]>();
    for (const fact of facts) places.set(String(fact.data.text), [...(places.get(String(fact.data.text)) ?? []), fact]);
    for (const [key, [first, second, ...more]] of places) {
      expect([second?.revision, more], key).toEqual([(first?.revision ?? 0n) + 1n, []]);
    }
    for (const [key, receipt] of acknowledged) {
      const last = places.get(key)?.[1];
      expect(`${last?.revision} ${last?.position}`, key).toBe(receipt);
    }
    expect(await readModelsOf(directory, events)).toEqual(expected);
    await events.close();
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * WRITERS);
  rmSync(directory, { recursive: true });
}, 180_000);

const linesUntilKilled = async (directory: string, starts: readonly string[]): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [PROCESS, directory, ...starts], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let isCounting = false;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    if (isCounting) return;
    isCounting = true;
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 400);
  });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
  return output.slice(0, output.lastIndexOf('\n')).split('\n');
};

const factsOf = async (events: EventStore): Promise<readonly StoredEvent[]> => {
  const facts: StoredEvent[] = [];
  for (let after = 0n; ; ) {
    const page = await events.readAll({ after, limit: 5_000 });
    facts.push(...page.filter(({ type }) => type === 'note-taken.v1'));
    const last = page.at(-1);
    if (!last) return facts;
    after = last.position;
  }
};

/** The read models as another process finds them, once it has caught up. */
const readModelsOf = async (directory: string, events: EventStore): Promise<ReadonlyMap<string, readonly string[]>> => {
  const reads = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
  const projection = notebookPages('killed');
  const progress = new Progress();
  const stopping = new AbortController();
  const failures: unknown[] = [];
  const projector = new Projector({
    ...{ events, reads, progress, registry: new EventRegistry([notebookDecider]), projections: [projection] },
    holder: 'the process with the log',
    onError: (error) => failures.push(error),
  });
  const ended = projector.run(stopping.signal);
  await new ReadModels(reads, progress).reach([projection], String((await events.head()) ?? 0n));
  stopping.abort();
  await ended;
  const pages = new Map<string, readonly string[]>();
  for await (const { doc } of scanAll(reads.collection(projection.documents), { index: 'byId' })) {
    if (doc.notes.length > 0) pages.set(doc.id, doc.notes);
  }
  const rows = new Map<string, string[]>();
  if (projection.rows) {
    for await (const { doc } of scanAll(reads.collection(projection.rows), { index: 'byNotebook' })) {
      rows.set(doc.notebook, [...(rows.get(doc.notebook) ?? []), doc.text]);
    }
  }
  await reads.close();
  expect(failures).toEqual([]);
  expect(rows).toEqual(pages);
  return pages;
};
