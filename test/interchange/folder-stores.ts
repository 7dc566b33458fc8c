import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { deciders } from '#composition/catalogue.js';
import { eventSchemas } from '#composition/event-schemas.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { importFolder } from '#interchange/import-folder.js';
import type { Actor } from '#kernel/actor.js';
import { instantOf } from '#kernel/instant.js';

// Folders of interchange files, and logs that they are imported into and exported from.

const admin: Actor = { id: 'admin', role: 'admin' };

const directory = mkdtempSync(join(tmpdir(), 'annals-folder-stores-'));
const registry = new EventRegistry(deciders, eventSchemas);
let folders = 0;

afterAll(() => rmSync(directory, { recursive: true }));

const newFolder = (): string => {
  folders += 1;
  const folder = join(directory, String(folders));
  mkdirSync(folder);
  return folder;
};

/** A folder of CSV files, by their kinds. */
export const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = newFolder();
  for (const [kind, text] of Object.entries(files)) writeFileSync(join(folder, `${kind}.csv`), text);
  return folder;
};

export const ORGANISATION = {
  teams: 'id,name,occurred_at\nwest,West,2020-01-01T00:00:00Z\n',
  reps: 'id,name,email,team_id,role\nann,Ann,ann@example.org,west,rep\nbob,Bob,bob@example.org,west,rep\nmia,Mia,mia@example.org,west,manager\n',
};

export const PROCESSES = JSON.stringify([
  { id: 'p', name: 'P', stages: [{ id: 's', name: 'S', probability: 0.5, forecastCategory: 'commit' }] },
]);

/** An empty log. */
export const newStores = async () => storesOn(await openEmbeddedEventStore({ directory: newFolder() }));

export const storesOn = (events: EventStore) => {
  const settings = { currency: 'USD', timeZone: 'UTC', fiscalYearStart: 1 };
  return { events, registry, runner: new CommandRunner(events, registry), settings };
};
export type Stores = ReturnType<typeof storesOn>;

export const importing = (folder: string, target: Stores, actor = admin) =>
  importFolder(folder, 'annals', target, {
    importId: 'import',
    actor,
    client: 'spec',
    now: instantOf(Date.now()),
  });

/** What happened, of the types that the pattern names, when that was true, and who did it. */
export const factsOf = async ({ events }: Stores, types: RegExp) =>
  (await events.readAll({ limit: 1_000 })).flatMap((stored) => {
    const { type, data, meta } = registry.decode(stored);
    return types.test(type) ? [{ type, data, at: meta.at, by: meta.by, onBehalfOf: meta.onBehalfOf ?? null }] : [];
  });

/** An export, imported into an empty log, makes the same facts there; and none the second time. */
export const expectRoundTrip = async (source: Stores, types: RegExp): Promise<void> => {
  const exported = newFolder();
  await exportFolder(exported, source);
  const target = await newStores();
  expect(await importing(exported, target)).toMatchObject({ counts: { rejected: 0 } });
  const texts = async (stores: Stores) => (await factsOf(stores, types)).map((fact) => JSON.stringify(fact)).sort();
  expect(await texts(target)).toEqual(await texts(source));
  const head = await target.events.head();
  await importing(exported, target);
  expect(await target.events.head()).toBe(head);
  await target.events.close();
};
