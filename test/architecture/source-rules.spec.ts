import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourcesOf } from './repository.js';
import { type SourceRule, sourceRules, violationsOf } from './source-rules.js';

/** Rule to the places planted for it. The other lines planted there keep the rule: they must not be reported. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'environment-only-in-config': [
    'libs/deals/src/settings.ts:1',
    'libs/deals/src/settings.ts:3',
    'libs/deals/src/settings.ts:4',
    'libs/deals/src/settings.ts:5',
    'libs/deals/src/settings.ts:6',
  ],
  'no-clock-or-chance-in-domain': [
    'libs/deals/src/domain/open-deal.ts:1',
    'libs/deals/src/domain/open-deal.ts:2',
    'libs/deals/src/domain/open-deal.ts:3',
    'libs/deals/src/domain/open-deal.ts:4',
  ],
  'evolve-names-every-event': ['libs/deals/src/domain/deal.state.ts:5'],
  'facts-go-through-the-log': ['libs/deals/src/deal.ts:1', 'libs/deals/src/deal.ts:1', 'libs/deals/src/deal.ts:2'],
  'no-barrels': ['libs/deals/src/deals.ts:1', 'libs/deals/src/deals.ts:2', 'libs/deals/src/index.ts:1'],
  'no-default-exports': ['libs/deals/src/deal.ts:1', 'libs/deals/src/won-deal.ts:2'],
  'files-in-kebab-case': ['libs/deals/src/DealService.ts:1'],
};

const violationsIn = (rule: SourceRule, base: string): readonly string[] =>
  sourcesOf(base).flatMap((path) => violationsOf(rule, path, readFileSync(join(base, path), 'utf8')));

describe('the rules of the sources', () => {
  it('have a planted violation each', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(sourceRules.map(({ name }) => name).sort());
  });

  it.each(sourceRules.map((rule) => [rule.name, rule] as const))('%s: kept by every source', (_name, rule) => {
    expect(violationsIn(rule, root)).toEqual([]);
  });

  it.each(sourceRules.map((rule) => [rule.name, rule] as const))(
    '%s: a planted violation is reported',
    (name, rule) => {
      expect([...violationsIn(rule, join(root, 'test/architecture/planted', name))].sort()).toEqual(PLANTED[name]);
    },
  );
});
