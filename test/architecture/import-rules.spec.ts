import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { plant, root, sourcesOf } from './repository.js';

const run = promisify(execFile);
const settings = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: readonly { name: string }[];
};
const ruleNames = settings.forbidden.map(({ name }) => name);

/** Rule to the violations planted for it. The other files planted there keep the rule: they must not be reported. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'everything-resolves': ['libs/deals/src/board.ts -> #customers/gone.js'],
  'no-cycles': ['libs/deals/src/deal.ts -> libs/deals/src/line.ts'],
  'kernel-imports-nothing': ['libs/kernel/src/ids.ts -> crypto'],
  'domain-is-pure': [
    'libs/customers/src/domain/claim-customer.ts -> fs',
    'libs/deals/src/domain/open-deal.ts -> libs/config/src/settings.ts',
    'libs/people/src/domain/depart-rep.ts -> @nestjs/common/index.js',
  ],
  'capability-only-through-contract': [
    'libs/deals/src/open-deal/open-deal.handler.ts -> libs/customers/src/customer-profile/customer-profile.query.ts',
  ],
  'only-apps-compose': ['libs/deals/src/deals.module.ts -> libs/composition/src/catalogue.ts'],
  'platform-knows-no-capability': ['libs/http/src/problem.ts -> libs/deals/src/deals.contract.ts'],
  'event-store-driver-only-in-its-lib': ['libs/commands/src/append.ts -> @eventstore/db-client/dist/index.js'],
  'read-store-driver-only-in-its-lib': ['libs/deals/src/board.ts -> mongodb/lib/index.js'],
  'jobs-driver-only-in-its-lib': [
    'apps/worker/src/main.ts -> bullmq/dist/cjs/index.js',
    'libs/http/src/limits.ts -> ioredis/built/index.js',
  ],
  'mail-driver-only-in-its-lib': ['libs/deals/src/remind.ts -> nodemailer/dist/esm/nodemailer.js'],
  'embedded-driver-only-in-its-lib': [
    'libs/demo/src/seed.ts -> node:sqlite',
    'libs/interchange/src/staging.ts -> @photostructure/sqlite/dist/index.mjs',
  ],
  'sqlite-only-in-stores': ['libs/interchange/src/staging.ts -> libs/sqlite/src/database.ts'],
  'libs-import-no-app': ['libs/deals/src/deals.module.ts -> apps/api/src/main.ts'],
  'apps-stand-alone': ['apps/worker/src/main.ts -> apps/api/src/main.ts'],
  'web-sees-only-the-api-client': ['apps/web/src/board.tsx -> libs/deals/src/deals.contract.ts'],
  'testing-only-from-tests': ['libs/deals/src/advance-deal/advance-deal.handler.ts -> libs/testing/src/given.ts'],
  'nobody-imports-a-spec': ['libs/deals/src/win-deal.spec.ts -> libs/deals/src/open-deal.spec.ts'],
  'program-needs-no-dev-package': ['libs/config/src/settings.ts -> yaml/dist/index.js'],
};

/** What dependency-cruiser finds in the repository at `base`, run as `npm run check` runs it. */
const cruise = async (base: string): Promise<ICruiseResult> => {
  const folders = ['apps', 'libs', 'test'].filter((folder) => existsSync(join(base, folder)));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await run(
    process.execPath,
    [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    { cwd: base, maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as ICruiseResult;
};

describe('the import rules', () => {
  let real: ICruiseResult;
  beforeAll(async () => {
    real = await cruise(root);
  });

  it('are kept by every TypeScript source, each of which is read', () => {
    const { summary, modules } = real;
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);

    const sources = sourcesOf(root);
    const seen = new Set(modules.map(({ source }) => source));
    expect(sources.filter((source) => !seen.has(source))).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThanOrEqual(sources.length);
  });

  it('see imports across libraries as TypeScript sources, type-only ones included', () => {
    const edges = real.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => `${source} -> ${resolved}`),
    );
    expect(edges).toContain('libs/event-store/src/event-store.ts -> libs/kernel/src/instant.ts');
    expect(edges).toContain('libs/jobs/src/jobs.ts -> libs/kernel/src/json.ts');
    expect(edges.filter((edge) => / -> (.*\/)?dist\/(apps|libs|test)\//.test(edge))).toEqual([]);
  });

  it('have a planted violation each', () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...ruleNames].sort());
  });

  it.each(Object.entries(PLANTED))(
    '%s: a planted violation is reported, and nothing else',
    async (rule, violations) => {
      const base = plant(rule);
      try {
        const { summary } = await cruise(base);
        const found = summary.violations.map(
          ({ rule: broken, from, to }) => `${broken.name}: ${from} -> ${to.replace(/^.*node_modules\//, '')}`,
        );
        expect(found.sort()).toEqual(violations.map((violation) => `${rule}: ${violation}`));
      } finally {
        rmSync(base, { recursive: true });
      }
    },
  );
});
