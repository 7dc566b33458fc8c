import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { customerDecider } from '#customers/customers.contract.js';
import { type EmbeddedEventStore, openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { Actor } from '#kernel/actor.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { productDecider } from '#products/products.contract.js';
import { processDecider } from '#sales-process/sales-process.contract.js';
import { dealHeritage } from './deal-heritage.contract.js';
import { type Deal, type DealEvent, dealDecider, dealDecisions } from './deals.contract.js';

const NOW = '2017-03-01T23:30:00.000Z';
const admin: Actor = { id: 'admin', role: 'admin' };
const ann: Actor = { id: 'ann', role: 'rep' };
const bob: Actor = { id: 'bob', role: 'rep' };
const mia: Actor = { id: 'mia', role: 'manager' };
const reader: Actor = { id: 'rita', role: 'reader' };
const usd = (amount: number) => ({ amount, currency: 'USD' });

const folder = mkdtempSync(join(tmpdir(), 'annals-deals-'));
let events: EmbeddedEventStore;
let runner: CommandRunner;
let commands = 0;
let deals = 0;

const as = (actor: Actor): CommandContext => {
  commands += 1;
  const commandId = `00000000-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  return { commandId, actor, now: NOW, source: 'system', correlationId: commandId };
};

const stage = (id: string) => ({
  id,
  name: id,
  probability: 0.5,
  forecastCategory: 'pipeline' as const,
  rotAfterDays: null,
  requires: [],
  guidance: null,
});

const hired = (repId: string, teamId: string, role: Actor['role']) =>
  ({
    type: 'RepHired',
    data: { repId, name: repId, email: `${repId}@example.org`, teamId, role, region: null, hiredOn: null },
  }) as const;

const customer = (customerId: string, ownerId: string | null) =>
  ({
    type: 'CustomerAdded',
    data: { customerId, name: customerId, ownerId, industry: null, region: null, source: null, contacts: [] },
  }) as const;

/** A record as earlier commands left it. */
const given = async <S, E extends DomainEvent>(
  decider: Decider<S, E>,
  id: string,
  ...facts: readonly E[]
): Promise<void> => {
  await runner.create(decider, id, as(admin), () => facts);
};

beforeAll(async () => {
  events = await openEmbeddedEventStore({ directory: folder });
  const deciders = [teamDecider, repDecider, customerDecider, productDecider, processDecider, dealDecider];
  runner = new CommandRunner(events, new EventRegistry(deciders));
  await given(teamDecider, 'west', { type: 'TeamFormed', data: { teamId: 'west', name: 'West', parentId: null } });
  await given(teamDecider, 'east', { type: 'TeamFormed', data: { teamId: 'east', name: 'East', parentId: null } });
  await given(repDecider, 'ann', hired('ann', 'west', 'rep'));
  await given(repDecider, 'mia', hired('mia', 'west', 'manager'));
  await given(repDecider, 'bob', hired('bob', 'east', 'rep'));
  await given(repDecider, 'leo', hired('leo', 'west', 'rep'), {
    type: 'RepDeparted',
    data: {
      repId: 'leo',
      departureId: 'd1',
      on: '2017-02-01',
      successors: [{ ownerId: 'ann', share: 1 }],
      reason: null,
    },
  });
  await given(customerDecider, 'acme', customer('acme', 'bob'));
  await given(customerDecider, 'globex', customer('globex', 'leo'));
  await given(productDecider, 'gtx', {
    type: 'ProductAdded',
    data: { productId: 'gtx', name: 'GTX', models: [{ id: 'pro', name: 'Pro', price: usd(5_000) }] },
  });
  await given(processDecider, 'direct', {
    type: 'ProcessDefined',
    data: {
      processId: 'direct',
      name: 'Direct',
      stages: [stage('prospecting'), stage('engaging'), stage('closing')],
      rules: { allowSkip: false, allowBack: true },
    },
  });
});

afterAll(async () => {
  await events.close();
  rmSync(folder, { recursive: true, force: true });
});

type OpenFields = Parameters<typeof dealDecisions.open>[1];
const draft: OpenFields = { name: 'Ten GTX', customerId: 'acme', processId: 'direct', amount: usd(50_000) };

const open = (actor: Actor, fields: OpenFields, id?: string): Promise<Answer<string>> => {
  deals += 1;
  return runner.create(dealDecider, id ?? `deal-${deals}`, as(actor), dealDecisions.open(runner, fields, actor));
};

const opened = async (actor: Actor, fields: OpenFields = draft): Promise<string> => {
  const answer = await open(actor, fields);
  if ('rejected' in answer) throw new Error(answer.detail);
  return answer.id;
};

const ownerOf = async (dealId: string): Promise<string | null | undefined> =>
  (await runner.state(dealDecider, dealId))?.ownerId;

type DealDecision = Decision<Deal | null, DealEvent, string>;

/** How many facts the command led to, or the name of the refusal. */
const decide = async (id: string, actor: Actor, decision: DealDecision): Promise<string | number | undefined> => {
  const [answer] = await runner.series(dealDecider, id, [{ context: as(actor), decide: decision }]);
  return answer && ('rejected' in answer ? answer.rejected : answer.appended);
};

describe('opening a deal', () => {
  it('makes it the acting rep’s', async () => {
    expect(await ownerOf(await opened(ann))).toBe('ann');
    expect(await ownerOf(await opened(mia))).toBe('mia');
  });

  it('makes it the customer’s owner’s when no rep acts', async () => {
    expect(await ownerOf(await opened(admin))).toBe('bob');
  });

  it('makes it nobody’s when the customer’s owner has left, or when it says so', async () => {
    expect(await ownerOf(await opened(admin, { ...draft, customerId: 'globex' }))).toBeNull();
    expect(await ownerOf(await opened(admin, { ...draft, ownerId: null }))).toBeNull();
  });

  it('takes the default process only when none is named', async () => {
    const { processId: _, ...unnamed } = draft;
    const decision = dealDecisions.open(runner, unnamed, ann, async () => 'direct');
    const answer = await runner.create(dealDecider, 'by-default', as(ann), decision);
    expect(answer).toMatchObject({ id: 'by-default', appended: 1 });
    expect(await open(ann, unnamed)).toMatchObject({ rejected: 'ProcessNotGiven' });
    // By now there may be more processes: the same request again still means the one that it got.
    expect(await open(ann, unnamed, 'by-default')).toMatchObject({ id: 'by-default', appended: 0 });
  });

  it.each<[string, Partial<OpenFields>]>([
    ['ProcessUnknown', { processId: 'gone' }],
    ['CustomerUnknown', { customerId: 'gone' }],
    ['RepUnknown', { ownerId: 'gone' }],
    ['RepDeparted', { ownerId: 'leo' }],
    ['ProductUnknown', { lines: [{ productId: 'gone', quantity: 1, price: usd(1) }] }],
    ['ModelUnknown', { lines: [{ productId: 'gtx', model: 'gone', quantity: 1, price: usd(1) }] }],
  ])('refuses what is not on record: %s', async (rejected, fields) => {
    expect(await open(admin, { ...draft, ...fields })).toMatchObject({ rejected });
  });

  it('is worth what lines of known products and models add up to', async () => {
    const { amount: _, ...priced } = draft;
    const lines = [{ productId: 'gtx', model: 'pro', quantity: 3, price: usd(4_900) }];
    const id = await opened(ann, { ...priced, lines });
    expect((await runner.state(dealDecider, id))?.amount).toStrictEqual(usd(14_700));
  });

  it('is allowed for whom the owner-to-be is within reach', async () => {
    expect(await open(ann, { ...draft, ownerId: 'bob' })).toMatchObject({ rejected: 'NotAllowed' });
    expect(await open(mia, { ...draft, ownerId: 'ann' })).toMatchObject({ appended: 1 });
    expect(await open(mia, { ...draft, ownerId: 'bob' })).toMatchObject({ rejected: 'NotAllowed' });
    expect(await open(reader, draft)).toMatchObject({ rejected: 'NotAllowed' });
  });

  it('happens once, however often it is asked for', async () => {
    expect(await open(ann, draft, 'twice')).toMatchObject({ id: 'twice', revision: 0n, appended: 1 });
    expect(await open(ann, draft, 'twice')).toMatchObject({ id: 'twice', revision: 0n, appended: 0 });
    expect(await open(ann, { ...draft, name: 'Other' }, 'twice')).toMatchObject({ rejected: 'DealAlreadyExists' });
  });
});

describe('working on a deal', () => {
  const commandsAs = (actor: Actor): readonly (readonly [string, DealDecision])[] => [
    ['reschedule', dealDecisions.reschedule(runner, { expectedCloseOn: '2017-05-01' }, actor)],
    ['categorize', dealDecisions.categorize(runner, { forecastCategory: 'commit' }, actor)],
    ['change the amount', dealDecisions.changeAmount(runner, { amount: usd(60_000) }, actor)],
    [
      'change the lines',
      dealDecisions.changeLines(runner, { lines: [{ productId: 'gtx', quantity: 2, price: usd(1) }] }, actor),
    ],
    ['advance', dealDecisions.advance(runner, { to: 'engaging' }, actor)],
    ['move back', dealDecisions.moveBack(runner, { to: 'prospecting', reason: 'Too early' }, actor)],
    ['win', dealDecisions.win(runner, {}, actor, 'UTC')],
    ['reopen', dealDecisions.reopen(runner, { reason: 'Withdrawn' }, actor)],
    ['lose', dealDecisions.lose(runner, { reason: 'Price' }, actor)],
  ];

  it.each([
    ['the rep who owns it', ann],
    ['their manager', mia],
    ['an admin', admin],
  ])('is for %s', async (_, actor) => {
    const id = await opened(ann);
    for (const [name, decision] of commandsAs(actor))
      expect([name, await decide(id, actor, decision)]).toStrictEqual([name, 1]);
  });

  it.each([
    ['another rep', bob],
    ['who only reads', reader],
  ])('is not for %s', async (_, actor) => {
    const id = await opened(ann);
    for (const [name, decision] of commandsAs(actor)) {
      expect([name, await decide(id, actor, decision)]).toStrictEqual([name, 'NotAllowed']);
    }
  });

  it('needs a deal', async () => {
    expect(await decide('gone', ann, dealDecisions.lose(runner, { reason: 'Price' }, ann))).toBe('NotFound');
  });

  it('refuses lines of what is not on record', async () => {
    const id = await opened(ann);
    const lines = [{ productId: 'gone', quantity: 1, price: usd(1) }];
    expect(await decide(id, ann, dealDecisions.changeLines(runner, { lines }, ann))).toBe('ProductUnknown');
  });

  it('follows the process as it is by now', async () => {
    const id = await opened(ann);
    expect(await decide(id, ann, dealDecisions.advance(runner, { to: 'closing' }, ann))).toBe('StageSkipped');
    expect(await decide(id, ann, dealDecisions.advance(runner, { to: 'gone' }, ann))).toBe('StageUnknown');
  });
});

describe('reassigning a deal', () => {
  const reassign = (id: string, ownerId: string | null, actor: Actor): Promise<string | number | undefined> =>
    decide(id, actor, dealDecisions.reassign(runner, { ownerId }, actor));

  it('is for whoever may write the current owner’s', async () => {
    const id = await opened(ann);
    expect(await reassign(id, 'bob', bob)).toBe('NotAllowed');
    expect(await reassign(id, 'bob', ann)).toBe(1);
    expect(await reassign(id, 'ann', mia)).toBe('NotAllowed');
    expect(await reassign(id, 'ann', admin)).toBe(1);
    expect(await reassign(id, null, mia)).toBe(1);
  });

  it('goes to a rep who is here', async () => {
    const id = await opened(ann);
    expect(await reassign(id, 'gone', ann)).toBe('RepUnknown');
    expect(await reassign(id, 'leo', ann)).toBe('RepDeparted');
  });
});

describe('handing over a leaver’s deal', () => {
  const handOver = (id: string): Promise<Answer<string>> =>
    dealHeritage.reassign(runner, { id, from: 'ann', to: 'bob' }, as(admin));

  it('gives it to the successor', async () => {
    const id = await opened(ann);
    expect(await handOver(id)).toMatchObject({ appended: 1 });
    expect(await ownerOf(id)).toBe('bob');
  });

  it('leaves it alone when it is another’s by now', async () => {
    const id = await opened(mia);
    expect(await handOver(id)).toMatchObject({ appended: 0 });
    expect(await ownerOf(id)).toBe('mia');
  });

  it('leaves it credited to the leaver when it is closed by now', async () => {
    const id = await opened(ann);
    await decide(id, ann, dealDecisions.win(runner, {}, ann, 'UTC'));
    expect(await handOver(id)).toMatchObject({ appended: 0 });
    expect(await ownerOf(id)).toBe('ann');
  });
});

describe('winning a deal', () => {
  it('is signed today by the company’s calendar, unless it says when', async () => {
    const id = await opened(ann);
    expect(await decide(id, ann, dealDecisions.win(runner, {}, ann, 'Europe/Berlin'))).toBe(1);
    expect((await runner.state(dealDecider, id))?.signedOn).toBe('2017-03-02');
    expect(await decide(id, ann, dealDecisions.win(runner, {}, ann, 'UTC'))).toBe(0);
  });

  it('is not signed on a day that has not come', async () => {
    const id = await opened(ann);
    const signedOn = '2017-03-02';
    expect(await decide(id, ann, dealDecisions.win(runner, { signedOn }, ann, 'UTC'))).toBe('SignedInFuture');
    expect(await decide(id, ann, dealDecisions.win(runner, { signedOn }, ann, 'Europe/Berlin'))).toBe(1);
  });
});
