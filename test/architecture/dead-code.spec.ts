import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plant, root } from './repository.js';

type Named = readonly { name: string }[];
type Issue = Readonly<{ file: string } & Record<string, string | Named>>;

it('an unused file, export or dependency is reported, and what is used through a subpath import or a worker is not', () => {
  const base = plant('dead-code');
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/knip/bin/knip.js'), '--reporter', 'json', '--no-config-hints'],
      { cwd: base, encoding: 'utf8' },
    );
    const { issues } = JSON.parse(stdout) as { issues: readonly Issue[] };
    const found = issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, names]) => (names as Named).map(({ name }) => `${kind}: ${file} ${name}`)),
    );
    expect(found.sort()).toEqual([
      'dependencies: package.json rxjs',
      'exports: libs/kernel/src/money.ts subtract',
      'files: libs/kernel/src/forgotten.ts libs/kernel/src/forgotten.ts',
    ]);
    expect(status).toBe(1);
  } finally {
    rmSync(base, { recursive: true });
  }
});
