import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandRunner } from '#commands/command-runner.js';
import { AnnalsFiles } from '../annals/annals-files.js';
import { forgetUploads } from './forget-uploads.js';
import { type MultipartRequest, receiveUpload } from './receive-upload.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-receive-'));
afterAll(() => rmSync(directory, { recursive: true }));

const field = (fieldname: string, value: string, valueTruncated = false) =>
  ({ type: 'field', fieldname, value, valueTruncated }) as const;
const file = (filename: string, content: string) =>
  ({ type: 'file', filename, file: Readable.from([Buffer.from(content)]) }) as const;

type Parts = readonly (ReturnType<typeof field> | ReturnType<typeof file>)[];

const received = (parts: Parts, mostBytes: number) => {
  const request: MultipartRequest = {
    isMultipart: () => true,
    parts: async function* () {
      yield* parts;
    },
  };
  return receiveUpload(request, join(directory, 'uploads'), mostBytes);
};

describe('an upload', () => {
  const folder = () => [field('format', 'annals'), file('teams.csv', 'id,name\n'), file('reps.csv', 'id,name\n')];

  it('has files that together are not too large, and leaves nothing behind when they are', async () => {
    await expect(received(folder(), 15)).rejects.toMatchObject({ status: 413, code: 'TooLarge' });
    expect(readdirSync(join(directory, 'uploads'))).toEqual([]);
    const upload = await received(folder(), 16);
    expect(upload).toMatchObject({ kind: 'annals', fileName: 'reps.csv, teams.csv' });
    rmSync(upload.folder, { recursive: true });
  });

  it('has no field of which only the beginning came', async () => {
    const parts = [field('kind', 'teams'), field('mapping', '{"name"', true), file('a.csv', 'id,name\n')];
    await expect(received(parts, 100)).rejects.toMatchObject({ status: 413, code: 'TooLarge' });
  });
});

it('processes that are too large are not read', async () => {
  writeFileSync(join(directory, 'processes.json'), Buffer.alloc(16 * 1024 * 1024 + 1, ' '));
  await expect(new AnnalsFiles(directory).processes()).rejects.toThrow('processes.json has more than');
});

it('uploads that nobody committed are forgotten after a week, others not', async () => {
  const uploads = join(directory, 'kept');
  const now = Date.UTC(2026, 0, 31);
  const day = (date: number) => new Date(Date.UTC(2026, 0, date));
  const states: Readonly<Record<string, object>> = {
    old: { committedBy: null, completed: null },
    young: { committedBy: null, completed: null },
    failing: { committedBy: { id: 'ann' }, completed: null },
    done: { committedBy: { id: 'ann' }, completed: {} },
  };
  const dates = { old: 23, young: 25, failing: 1, done: 1, unknown: 1, '.receiving-cut': 1, '.receiving-now': 31 };
  for (const [name, date] of Object.entries(dates)) {
    mkdirSync(join(uploads, name), { recursive: true });
    utimesSync(join(uploads, name), day(date), day(date));
  }
  const runner = { state: async (_: unknown, id: string) => states[id] ?? null } as unknown as CommandRunner;
  await forgetUploads(runner, uploads, now);
  expect(readdirSync(uploads).sort()).toEqual(['.receiving-now', 'failing', 'young']);
  await forgetUploads(runner, join(directory, 'no-uploads-yet'), now);
});
