import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { type Served, serve, TOKEN } from './served-stores.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-http-folder-'));
let served: Served;

beforeAll(async () => {
  served = await serve(directory);
});
afterAll(async () => {
  await served.stop();
  rmSync(directory, { recursive: true });
});

type File = readonly [name: string, content: string];

const upload = (fields: Record<string, string>, files: readonly File[], headers = {}) => {
  const form = new FormData();
  for (const [name, content] of files) form.append('file', new Blob([content]), name);
  // Fields may come behind the files.
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return served.send('/imports', form, headers);
};

const JSON_BODY = { 'content-type': 'application/json' };

const settled = async (path: string, under: string): Promise<Record<string, unknown>> => {
  for (;;) {
    const status = await served.read(path);
    if (status.state !== under) return status;
    await sleep(20);
  }
};

const TEAMS: File = ['teams.csv', 'id,name\neast,East\n'];
const REPS: File = [
  'reps.csv',
  'id,name,email,team_id,role\nann,Ann,ann@example.com,east,rep\nbo b,Bob,bob@example.com,east,rep\n' +
    'ana,Ana,ana@example.com,east,analyst\n',
];
const CUSTOMERS: File = ['customers.csv', 'id,name,owner_id\nacme,Acme,ann\n'];
const FOLDER = [CUSTOMERS, REPS, TEAMS];

describe('a folder imported over HTTP', () => {
  it('is previewed, then imported in the order of its kinds', async () => {
    const { status, body } = await upload({ id: 'first', format: 'annals' }, FOLDER);
    expect([status, body]).toEqual([
      201,
      {
        id: 'first',
        revision: '0',
        position: expect.any(String),
        state: 'previewed',
        rows: 5,
        files: { 'teams.csv': 1, 'reps.csv': 3, 'customers.csv': 1 },
        duplicates: { rows: 0, weakRows: 0, first: [] },
        unreadable: [],
      },
    ]);
    expect((await served.send('/imports/first/commit', '{}', JSON_BODY)).status).toBe(200);
    expect(await settled('/imports/first', 'importing')).toMatchObject({
      state: 'completed',
      kind: 'annals',
      fileName: 'customers.csv, reps.csv, teams.csv',
      counts: { rows: 5, accepted: 4, unchanged: 0, rejected: 1, repaired: 0, events: 4 },
      files: { 'reps.csv': { rows: 3, accepted: 2, unchanged: 0, rejected: 1, repaired: 0 } },
      rejected: [{ file: 'reps.csv', line: 3, column: 'id' }],
      rejectedUnlisted: 0,
    });
    expect(await served.read('/customers/acme')).toMatchObject({ name: 'Acme', ownerId: 'ann' });
  });

  it('is the same import under its key, in whatever order the files come', async () => {
    const key = { 'idempotency-key': 'tuesday' };
    const fields = { format: 'annals' };
    const first = await upload(fields, FOLDER, key);
    const again = await upload(fields, [...FOLDER].reverse(), key);
    const other = await upload(fields, [TEAMS], key);
    expect([again.status, again.body.id, other.status]).toEqual([201, first.body.id, 422]);
  });

  it.each([
    ['no format that there is', { format: 'excel' }, FOLDER],
    ['several files without a format', { kind: 'teams' }, FOLDER],
    ['a format and a kind', { format: 'annals', kind: 'teams' }, FOLDER],
    ['a format and a mapping', { format: 'annals', mapping: '{}' }, FOLDER],
    ['a file that the format does not have', { format: 'annals' }, [['wishes.csv', 'id\n']]],
    ['a file that leads elsewhere', { format: 'annals' }, [['../../teams.csv/..', 'id\n']]],
    ['a file twice', { format: 'annals' }, [TEAMS, TEAMS]],
    ['no file', { format: 'annals' }, []],
    ['a file without a required column', { format: 'annals' }, [['teams.csv', 'id\neast\n']]],
    ['processes that are no JSON', { format: 'annals' }, [['processes.json', '[']]],
    ['a part of the CRM sales files', { format: 'crm-sales' }, [['products.csv', 'product,sales_price\nA,1\n']]],
    ['an id that names another folder', { format: 'annals', id: '..' }, FOLDER],
  ] as readonly (readonly [string, Record<string, string>, readonly File[]])[])(
    'is refused with %s, and appends nothing',
    async (_, fields, files) => {
      const head = await served.platform.events.head();
      expect((await upload(fields, files)).status).toBe(400);
      expect(await served.platform.events.head()).toBe(head);
      expect(readdirSync(join(directory, 'uploads')).filter((name) => name.startsWith('.'))).toEqual([]);
    },
  );
});

describe('an export over HTTP', () => {
  const call = (method: string, path: string, token = TOKEN, headers = {}) =>
    fetch(`${served.base}${path}`, { method, headers: { authorization: `Bearer ${token}`, ...headers } });

  const tokenOf = async (rep: string): Promise<string> =>
    String((await served.send(`/reps/${rep}/tokens`, '{}', JSON_BODY)).body.token);

  it('has the files that the command line writes, until it is deleted', async () => {
    const { status, body } = await served.send('/exports', '{}', JSON_BODY);
    expect(status).toBe(202);
    const path = `/exports/${body.id}`;
    const done = (await settled(path, 'exporting')) as { files: { name: string; rows: number }[] };
    const folder = join(directory, 'expected');
    const { files } = await exportFolder(folder, served.platform);
    expect(done).toMatchObject({ id: body.id, state: 'completed', error: null });
    expect(Object.fromEntries(done.files.map(({ name, rows }) => [name, rows]))).toEqual(files);
    for (const name of Object.keys(files)) {
      const answer = await call('GET', `${path}/files/${name}`);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="${name}"`,
      ]);
      expect(await answer.text()).toBe(readFileSync(join(folder, name), 'utf8'));
    }
    for (const name of ['export.json', 'wishes.csv', '..%2Fexport.json', '%2e%2e%2f%2e%2e%2fadmin-token']) {
      expect((await call('GET', `${path}/files/${name}`)).status).toBe(404);
    }
    expect((await call('DELETE', path)).status).toBe(204);
    for (const gone of [path, `${path}/files/teams.csv`]) expect((await call('GET', gone)).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(404);
  });

  it('is the same export under the same key', async () => {
    const key = { ...JSON_BODY, 'idempotency-key': 'nightly' };
    const [first, again] = [await served.send('/exports', '{}', key), await served.send('/exports', '{}', key)];
    expect(again).toEqual(first);
  });

  it('is for admins and analysts', async () => {
    const [ann, ana] = [await tokenOf('ann'), await tokenOf('ana')];
    const started = await call('POST', '/exports', ana);
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    await settled(`/exports/${id}`, 'exporting');
    const asked = [
      ['POST', '/exports'],
      ['GET', `/exports/${id}`],
      ['GET', `/exports/${id}/files/teams.csv`],
      ['DELETE', `/exports/${id}`],
    ] as const;
    for (const [method, path] of asked) expect((await call(method, path, ann)).status).toBe(403);
    expect((await call('GET', `/exports/${id}/files/teams.csv`, ana)).status).toBe(200);
  });

  it.each(['never', '0198c5a0-0000-7000-8000-000000000000', '..'])('is not there under the id %s', async (id) => {
    expect((await call('GET', `/exports/${encodeURIComponent(id)}/files/teams.csv`)).status).toBe(404);
  });
});
