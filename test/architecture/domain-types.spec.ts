import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plant, root } from './repository.js';

it('domain code that reaches for the process or a timer does not compile', () => {
  const base = plant('domain-types');
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.domain.json', '--pretty', 'false'],
      { cwd: base, encoding: 'utf8' },
    );
    const errors = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+): Cannot find name '(\w+)'/gm)];
    expect(errors.map(([, path, line, , name]) => `${path}:${line} ${name}`)).toEqual([
      'libs/deals/src/domain/remind.ts:3 process',
      'libs/deals/src/domain/remind.ts:4 setTimeout',
      'libs/deals/src/domain/remind.ts:5 console',
    ]);
    expect(stdout.match(/error TS/g)).toHaveLength(errors.length);
    expect(status).not.toBe(0);
  } finally {
    rmSync(base, { recursive: true });
  }
});
