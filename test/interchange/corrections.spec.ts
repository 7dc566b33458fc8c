import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { deciders } from '#composition/catalogue.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider, dealDecisions } from '#deals/deals.contract.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { importFolder } from '#interchange/import-folder.js';
import { instantOf } from '#kernel/instant.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { processDecider } from '#sales-process/sales-process.contract.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-corrections-'));
const registry = new EventRegistry(deciders);
const admin = { id: 'admin', role: 'admin' } as const;
const START = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;
const NOW = '2021-01-01T00:00:00.000Z';
const usd = (amount: number) => ({ amount, currency: 'USD' });
let folders = 0;
let commands = 0;

afterAll(() => rmSync(directory, { recursive: true }));

const newFolder = (): string => {
  folders += 1;
  const folder = join(directory, String(folders));
  mkdirSync(folder);
  return folder;
};

/** An empty log with what commands need. */
const newStores = async () => {
  const events = await openEmbeddedEventStore({ directory: newFolder() });
  return {
    events,
    registry,
    runner: new CommandRunner(events, registry),
    settings: { currency: 'USD', timeZone: 'UTC', fiscalYearStart: 1 },
  };
};
type Stores = Awaited<ReturnType<typeof newStores>>;

const contextOf = (day: number) => {
  commands += 1;
  const commandId = `00000000-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  const occurredAt = instantOf(START + day * DAY);
  return { commandId, actor: admin, now: NOW, occurredAt, source: 'system' as const, correlationId: commandId };
};

const only =
  <T extends string, D>(type: T, data: D) =>
  () => [{ type, data }];

const furnish = async ({ runner }: Stores): Promise<void> => {
  const stages = ['new', 'talks', 'offer'].map((id) => ({
    ...{ id, name: id, probability: 0.5, forecastCategory: 'pipeline' as const },
    ...{ rotAfterDays: null, requires: [], guidance: null },
  }));
  const process = { processId: 'direct', name: 'Direct', stages, rules: { allowSkip: true, allowBack: true } };
  await runner.create(processDecider, 'direct', contextOf(0), only('ProcessDefined', process));
  const team = { teamId: 'west', name: 'West', parentId: null };
  await runner.create(teamDecider, 'west', contextOf(0), only('TeamFormed', team));
  for (const repId of ['ann', 'bob']) {
    const person = { name: repId, email: `${repId}@example.org`, role: 'rep' as const, region: null, hiredOn: null };
    await runner.create(repDecider, repId, contextOf(0), only('RepHired', { repId, teamId: 'west', ...person }));
  }
  const profile = { name: 'Acme', ownerId: null, industry: null, region: null, source: null, contacts: [] };
  const customer = { customerId: 'acme', ...profile };
  await runner.create(customerDecider, 'acme', contextOf(0), only('CustomerAdded', customer));
};

const importing = (folder: string, target: Stores) =>
  importFolder(folder, 'annals', target, { importId: 'import', actor: admin, client: 'spec', now: NOW });

/** The facts of the deal, with when each was true. */
const factsOf = async ({ events }: Stores) =>
  (await events.readStream('deal-d1')).map((stored) => {
    const { type, data, meta } = registry.decode(stored);
    return { type, data, at: meta.at };
  });

const value = fc.record({
  day: fc.nat(20),
  back: fc.nat(30),
  kind: fc.constantFrom('correct', 'correct', 'correct', 'amount', 'advance', 'reassign', 'win', 'lose', 'reopen'),
  amount: fc.option(fc.nat(9), { nil: undefined }),
  stage: fc.option(fc.constantFrom('new', 'talks', 'offer'), { nil: undefined }),
  ownerId: fc.constantFrom('ann', 'bob', null, undefined),
  expectedCloseOn: fc.constantFrom('2020-06-30', '2020-09-30', null, undefined),
});
type Value = typeof value extends fc.Arbitrary<infer V> ? V : never;

const decisionOf = (
  { kind, back, amount, stage, ownerId, expectedCloseOn }: Value,
  day: number,
  { runner }: Stores,
) => {
  const money = amount === undefined ? undefined : usd(amount * 100);
  switch (kind) {
    case 'amount':
      return dealDecisions.changeAmount(runner, { amount: money ?? usd(1) }, admin);
    case 'advance':
      return dealDecisions.advance(runner, { to: stage ?? 'talks' }, admin);
    case 'reassign':
      return dealDecisions.reassign(runner, { ownerId: ownerId ?? null }, admin);
    case 'win':
      return dealDecisions.win(runner, { amount: money }, admin, 'UTC');
    case 'lose':
      return dealDecisions.lose(runner, { reason: 'Price' }, admin);
    case 'reopen':
      return dealDecisions.reopen(runner, { reason: 'Again' }, admin);
    default: {
      const effectiveAt = instantOf(START + Math.max(1, day - back) * DAY);
      const changes = { amount: money, stage, ownerId, expectedCloseOn };
      return dealDecisions.correct(runner, { effectiveAt, changes, reason: 'Typed wrong' }, admin);
    }
  }
};

describe('corrections in interchange files', { timeout: 120_000 }, () => {
  it('come back from an export, each with when it was made and from when on it says what was true', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 3, maxLength: 12 }), async (values) => {
        const stores = await newStores();
        const copy = await newStores();
        try {
          await furnish(stores);
          const opening = { name: 'Big', customerId: 'acme', processId: 'direct', amount: usd(500), ownerId: 'ann' };
          const opened = dealDecisions.open(stores.runner, { ...opening, expectedCloseOn: null }, admin);
          await stores.runner.create(dealDecider, 'd1', contextOf(1), opened);
          let day = 1;
          for (const each of values) {
            day += each.day;
            await stores.runner.create(dealDecider, 'd1', contextOf(day), decisionOf(each, day, stores));
          }
          const folder = newFolder();
          await exportFolder(folder, stores);
          const { rejected } = await importing(folder, copy);
          expect(rejected).toEqual([]);
          const facts = await factsOf(stores);
          for (const { type } of facts) seen.add(type);
          expect(await factsOf(copy)).toEqual(facts);
        } finally {
          await stores.events.close();
          await copy.events.close();
        }
      }),
      { numRuns: 25 },
    );
    expect(seen).toContain('DealCorrected');
  });

  it('say from when on something was true, also in a file that knows of no other time', async () => {
    const stores = await newStores();
    await furnish(stores);
    const folder = newFolder();
    writeFileSync(
      join(folder, 'deal_events.csv'),
      [
        'deal_id,occurred_at,event,process_id,stage,amount,currency,owner_id,customer_id,reason',
        'd1,2020-01-10T00:00:00Z,opened,direct,new,500,USD,ann,acme,',
        'd1,2020-03-01T00:00:00Z,advanced,,talks,,,,,',
        'd1,2020-02-01T00:00:00Z,corrected,,offer,400,USD,bob,,Typed wrong',
        'd1,2020-04-01T00:00:00Z,won,,,,,,,',
        '',
      ].join('\n'),
    );
    const { counts, rejected } = await importing(folder, stores);
    expect([counts.accepted, rejected]).toEqual([4, []]);
    const facts = await factsOf(stores);
    expect(facts.map(({ type, at }) => [type, at.slice(0, 10)])).toEqual([
      ['DealOpened', '2020-01-10'],
      ['DealAdvanced', '2020-03-01'],
      ['DealCorrected', '2020-03-01'],
      ['DealWon', '2020-04-01'],
    ]);
    expect(facts[2]?.data).toEqual({
      ...{ dealId: 'd1', customerId: 'acme', effectiveAt: '2020-02-01T00:00:00.000Z', reason: 'Typed wrong' },
      amount: { from: usd(50_000), to: usd(40_000), until: null, lines: [] },
      stage: { from: 'new', to: 'offer', until: '2020-03-01T00:00:00.000Z' },
      expectedCloseOn: null,
      ownerId: { from: 'ann', to: 'bob', until: null },
    });
    expect((await importing(folder, stores)).counts).toMatchObject({ accepted: 0, unchanged: 4 });
    await stores.events.close();
  });
});
