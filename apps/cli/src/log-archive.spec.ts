import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import { newEvents } from '#test/contract/event-store.fixtures.js';

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
const EVENTS = 2_000;

describe('annals export --log and import --log', () => {
  let directory: string;
  const env = (data: string) => ({ ANNALS_DATA_DIR: join(directory, data), ANNALS_LOG_LEVEL: 'fatal' });
  const annals = (data: string, ...words: readonly string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const child = execFile(process.execPath, [MAIN, ...words], { env: env(data) }, (_, stdout, stderr) =>
        resolve({ status: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  const onLog = async <T>(data: string, use: (store: EventStore) => Promise<T>): Promise<T> => {
    const store = await openEmbeddedEventStore({ directory: join(directory, data, 'log') });
    return use(store).finally(() => store.close());
  };
  const wholeLog = async (store: EventStore): Promise<readonly StoredEvent[]> => store.readAll({ limit: EVENTS * 2 });

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'annals-cli-archive-'));
    await onLog('from', async (store) => {
      const appends = Array.from({ length: EVENTS / 20 }, (_, n) =>
        store.append(`note-${n}`, 'no_stream', newEvents(20)),
      );
      await Promise.all(appends);
    });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('write an archive that says what it is', async () => {
    const file = join(directory, 'a.log');
    expect(await annals('from', 'export', '--log', file)).toMatchObject({
      status: 0,
      stdout: `${EVENTS} events exported to ${file}\nThe next archive continues with --after ${EVENTS}\n`,
    });
    const [header = ''] = readFileSync(file, 'latin1').split('\n', 1);
    expect(JSON.parse(header)).toMatchObject({ format: 'annals-log', version: 1, store: 'embedded', after: null });
  }, 30_000);

  it('make the same log of it again, once', async () => {
    const file = join(directory, 'a.log');
    const outcomes = [await annals('to', 'import', '--log', file), await annals('to', 'import', '--log', file)];
    expect(outcomes.map(({ status, stdout }) => [status, stdout.split('\n', 1)[0]])).toEqual([
      [0, `${EVENTS} events imported`],
      [0, `0 events imported, ${EVENTS} were there already`],
    ]);
    expect(await onLog('to', wholeLog)).toEqual(await onLog('from', wholeLog));
    expect(await annals('to', 'status')).toMatchObject({ status: 0, stderr: '' });
  }, 30_000);

  it('refuse what they cannot do', async () => {
    const file = join(directory, 'a.log');
    expect(await annals('from', 'export', '--log', file)).toMatchObject({
      status: 1,
      stderr: `annals: ${file} exists already: an archive is never overwritten\n`,
    });
    await onLog('from', async () => {
      const { status, stderr } = await annals('from', 'export', '--log', join(directory, 'b.log'));
      expect([status, stderr]).toEqual([1, expect.stringContaining('is in use by process')]);
    });
    expect(await annals('from', 'export')).toMatchObject({ status: 1, stderr: expect.stringContaining('--log') });
    expect(await annals('from', 'import', '--log', file, '--until', 'soon')).toMatchObject({ status: 1 });
  }, 30_000);
});
