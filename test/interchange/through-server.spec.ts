import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { type Served, serve, TOKEN } from './served-stores.js';

const main = fileURLToPath(new URL('../../apps/cli/src/main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'annals-through-server-'));
const folder = join(directory, 'files');
let served: Served;
let url = '';

beforeAll(async () => {
  served = await serve(join(directory, 'server'));
  url = served.base.replace(/\/api$/, '');
  mkdirSync(folder);
  writeFileSync(join(folder, 'teams.csv'), 'id,name\neast,East\n');
  writeFileSync(
    join(folder, 'reps.csv'),
    'id,name,email,team_id,role\nann,Ann,ann@example.com,east,rep\nbo b,Bob,b@example.com,east,rep\n',
  );
  writeFileSync(join(folder, 'notes.txt'), 'not ours');
});
afterAll(async () => {
  await served.stop();
  rmSync(directory, { recursive: true });
});

type Ended = Readonly<{ status: number | null; stdout: string; stderr: string }>;

/** A process of its own, with a data folder of its own that it must not touch. */
const annals = (words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const { ANNALS_ADMIN_TOKEN: _token, ...inherited } = process.env;
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...inherited, ANNALS_DATA_DIR: join(directory, 'none'), ...environment },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });

const through = () => ['--url', url, '--token', TOKEN];

describe('the command line through a running server', { timeout: 60_000 }, () => {
  it('imports a folder, says which rows were rejected, and exits with 2 for them', async () => {
    const report = join(directory, 'report.json');
    const first = await annals(['import', folder, ...through(), '--report', report]);
    expect([first.status, first.stderr]).toEqual([2, '']);
    expect(first.stdout).toContain('3 rows: 2 accepted, 0 unchanged, 1 rejected, 0 repaired; 2 events appended');
    expect(first.stdout).toContain('reps.csv:3 id: ');
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      counts: { rows: 3, accepted: 2, unchanged: 0, rejected: 1, repaired: 0 },
      events: 2,
      rejected: [{ file: 'reps.csv', line: 3, column: 'id' }],
    });
  });

  it('exits with 0 when nothing was rejected, and takes the token from the environment', async () => {
    const sound = join(directory, 'sound');
    mkdirSync(sound);
    writeFileSync(join(sound, 'teams.csv'), 'id,name\neast,East\nwest,West\n');
    const ended = await annals(['import', sound, '--url', `${url}/`], { ANNALS_ADMIN_TOKEN: TOKEN });
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain('2 rows: 1 accepted, 1 unchanged, 0 rejected, 0 repaired; 1 events appended');
    expect(ended.stdout).toMatch(new RegExp(`Report: ${url}/api/imports/\\S+\n$`));
  });

  it('exports the same files as without a server, and leaves none at the server', async () => {
    const [got, expected] = [join(directory, 'got'), join(directory, 'expected')];
    const ended = await annals(['export', got, ...through()]);
    const { events, omitted } = await exportFolder(expected, served.platform);
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain(`teams.csv: 2\n`);
    expect(ended.stdout).toContain(`${events} events exported (${omitted} `);
    expect(readdirSync(got).sort()).toEqual(readdirSync(expected).sort());
    for (const name of readdirSync(expected)) {
      expect(readFileSync(join(got, name), 'utf8')).toBe(readFileSync(join(expected, name), 'utf8'));
    }
    expect(readdirSync(join(directory, 'server', 'exports'))).toEqual([]);
  });

  it('says how far the log and the read models are', async () => {
    await served.read('/teams/east');
    const head = await served.platform.events.head();
    const { status, stdout } = await annals(['status', ...through()]);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${url}/api/ is ready, version `)]);
    expect(stdout).toMatch(new RegExp(`\nlog +${head}\n`));
    expect(stdout).toMatch(/\nteam-versions\.v\d+ +\d+ +(up to date|\d+ behind)\n/);
  });

  it.each([
    ['no token', ['import', folder, '--url', 'http://127.0.0.1:9'], 'A server takes a bearer token'],
    ['a token and no server', ['status', '--token', TOKEN], '--token goes with --url'],
    [
      'an address that is none',
      ['status', '--url', 'ftp://there', '--token', TOKEN],
      'is no http:// or https:// address',
    ],
    [
      'a server that is not there',
      ['export', folder, '--url', 'http://127.0.0.1:9', '--token', TOKEN],
      'No answer from',
    ],
  ])('exits with 1 and says why: %s', async (_, words, why) => {
    const { status, stdout, stderr } = await annals(words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^annals: [^\n]+\n$/);
    expect(stderr).toContain(why);
  });

  it('exits with 1 and says what the server answered', async () => {
    const wrong = await annals(['import', folder, '--url', url, '--token', 'a-token-of-somebody-else']);
    expect(wrong).toMatchObject({ status: 1, stderr: expect.stringContaining('401') });
    const other = await annals(['import', folder, '--format', 'crm-sales', ...through()]);
    expect(other).toMatchObject({ status: 1, stderr: expect.stringContaining('has none of the files accounts.csv') });
  });

  it('tells only the commands that can go through a server to do so while one holds the stores', async () => {
    const held = { ANNALS_DATA_DIR: join(directory, 'server') };
    for (const words of [['import', folder], ['status'], ['rebuild']]) {
      const { status, stderr } = await annals(words, held);
      expect([status, stderr]).toEqual([1, expect.stringContaining('or go through it with --url and --token')]);
    }
    const { status, stderr } = await annals(['demo'], held);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/Stop the server first\.\n$/)]);
  });
});
