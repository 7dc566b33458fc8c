import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/repository.js';

describe('the annals command in a checkout', () => {
  let checkout: string;
  const main = () => join(checkout, 'apps/cli/src/main.ts');
  const annals = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, 'bin/annals.mjs'), ...words], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  beforeAll(() => {
    checkout = mkdtempSync(join(tmpdir(), 'annals-checkout-'));
    for (const path of ['bin', 'package.json', 'nest-cli.json', '.swcrc', 'tsconfig.json']) {
      cpSync(join(root, path), join(checkout, path), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    mkdirSync(join(checkout, 'apps/cli/src'), { recursive: true });
    writeFileSync(main(), "process.stdout.write(['ran', ...process.argv.slice(2)].join(' ').concat('\\n'));\n");
  });
  afterAll(() => rmSync(checkout, { recursive: true }));

  it('builds what was never built, and says so on stderr only', () => {
    expect(annals('status', '--json')).toEqual({
      status: 0,
      stdout: 'ran status --json\n',
      stderr: 'annals: building ...\n',
    });
  });

  it('does not build again when nothing changed', () => {
    expect(annals('status')).toEqual({ status: 0, stdout: 'ran status\n', stderr: '' });
  });

  it('builds again when a source is newer than the build', () => {
    const soon = new Date(Date.now() + 60_000);
    utimesSync(main(), soon, soon);
    expect(annals('status').stderr).toBe('annals: building ...\n');
  });

  it('runs nothing when the build fails, nor afterwards what the failed build left', () => {
    writeFileSync(join(checkout, 'apps/cli/src/broken.ts'), 'const = ;\n');
    const failed = {
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/broken\.ts[\s\S]*annals: the build failed\n$/),
    };
    expect(annals('status')).toEqual(failed);
    expect(annals('status')).toEqual(failed);
  });

  it('runs a build without sources, as in the image, as it is', () => {
    rmSync(join(checkout, 'apps/cli/src/broken.ts'));
    expect(annals('status').status).toBe(0);
    rmSync(join(checkout, 'apps'), { recursive: true });
    expect(annals('status')).toEqual({ status: 0, stdout: 'ran status\n', stderr: '' });
  });
});
