import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { root } from '../architecture/repository.js';

const built = join(root, 'apps/web/dist');
const FIRST_LOAD_BYTES = 230_000;

/** The first page's own script and the board's, which most visits open. */
const entries = (): readonly string[] => {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  const own = [...page.matchAll(/src="\/([^"]+\.js)"/g)].map(([, path]) => path as string);
  const board = readdirSync(join(built, 'assets')).filter((name) => /^pipeline-page-.*\.js$/.test(name));
  return [...own, ...board.map((name) => `assets/${name}`)];
};

/** All scripts that the board needs before it can show anything: the entries, and what these import at once. */
const firstLoad = (): readonly string[] => {
  const pending = [...entries()];
  const scripts = new Set<string>();
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (scripts.has(path)) continue;
    scripts.add(path);
    const imports = readFileSync(join(built, path), 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    pending.push(...[...imports].map(([, name]) => `assets/${name}`));
  }
  return [...scripts];
};

const gzipped = (path: string): number => gzipSync(readFileSync(join(built, path)), { level: 9 }).length;

it('the first load with the board is at most 230 kB of compressed script', () => {
  const bytes = firstLoad()
    .map(gzipped)
    .reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
});

it('no page has a script or a style in itself, which the content security policy would refuse', () => {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  expect(page.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  expect(page).not.toMatch(/\son\w+=/);
});
