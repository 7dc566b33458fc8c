import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './repository.js';

const complete = (cwd: string, ...options: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/complete-lockfile.mjs'), ...options], { cwd, encoding: 'utf8' });

describe('the lock file', () => {
  it('has the packages of every platform, so that npm ci accepts it everywhere', () => {
    expect(complete(root, '--check')).toMatchObject({ stderr: '', status: 0 });
  });

  it('is reported, and completed, when packages of other platforms are missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annals-lockfile-'));
    try {
      const linux = { version: '1.2.3', cpu: ['x64'], dev: true, libc: ['glibc'], optional: true, os: ['linux'] };
      const parent = {
        version: '1.2.3',
        dev: true,
        optionalDependencies: {
          '@fast/linux-x64': '1.2.3',
          '@fast/linux-arm64-musl': '1.2.3',
          '@fast/win32-x64': '1.2.3',
        },
      };
      const packages = { '': {}, 'node_modules/@fast/linux-x64': linux, 'node_modules/fast': parent };
      const file = join(folder, 'package-lock.json');
      writeFileSync(file, JSON.stringify({ packages }));

      expect(complete(folder, '--check')).toMatchObject({
        status: 1,
        stderr:
          'not in package-lock.json: @fast/linux-arm64-musl@1.2.3\nnot in package-lock.json: @fast/win32-x64@1.2.3\n',
      });
      expect(complete(folder).status).toBe(0);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
        packages: {
          ...packages,
          'node_modules/@fast/linux-arm64-musl': { ...linux, cpu: ['arm64'], libc: ['musl'] },
          'node_modules/@fast/win32-x64': { version: '1.2.3', cpu: ['x64'], dev: true, optional: true, os: ['win32'] },
        },
      });
      expect(complete(folder, '--check').status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
