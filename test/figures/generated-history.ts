import fc from 'fast-check';
import type { Deal } from '#deals/domain/deal.state.js';
import { correctionOf, dealBy } from './generated-correction.js';

/** One event of a made-up log. Instants in milliseconds. */
export type Fact = Readonly<{
  stream: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
  at: number;
  recordedAt: number;
}>;

export const START = Date.UTC(2017, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const usd = (amount: number) => ({ amount, currency: 'USD' });

const stages = (shift: number) =>
  [
    { id: 'first', probability: 0.1 + shift, forecastCategory: 'pipeline' },
    { id: 'second', probability: 1 / 3, forecastCategory: shift > 0 ? 'commit' : 'bestCase' },
    { id: 'third', probability: 0.9, forecastCategory: 'commit' },
    // Dropped by the revision, while deals may stand in it.
  ].slice(0, shift > 0 ? 2 : 3);

const processOf = (shift: number) => ({
  processId: 'sales',
  name: 'Sales',
  stages: stages(shift).map((stage) => ({
    ...stage,
    name: stage.id,
    rotAfterDays: null,
    requires: [],
    guidance: null,
  })),
  rules: { allowSkip: true, allowBack: true },
});

const team = (teamId: string, parentId: string | null, day: number): Fact =>
  fact(`team-${teamId}`, 'TeamFormed', { teamId, name: teamId, parentId }, day);

const rep = (repId: string, teamId: string, region: string | null, day: number): Fact =>
  fact(
    `rep-${repId}`,
    'RepHired',
    { repId, name: `Rep ${repId}`, email: `${repId}@example.org`, teamId, role: 'rep', region, hiredOn: null },
    day,
  );

const customer = (customerId: string, profile: object, day: number): Fact =>
  fact(
    `customer-${customerId}`,
    'CustomerAdded',
    { customerId, name: customerId, ownerId: null, contacts: [], ...profile },
    day,
  );

const quota = (scope: 'rep' | 'team', scopeId: string, period: string, amount: number, day: number): Fact =>
  fact(
    `quota-${scope}~${scopeId}~${period}`,
    'QuotaSet',
    { scope, scopeId, period, days: null, amount: usd(amount), from: null },
    day,
  );

/** What each level says about the forecast of March and of the fourth quarter; some of it late, some taken back. */
const call = (type: string, about: object, amount: number | null, day: number): Fact => {
  const target = { scope: 'rep', scopeId: 'bob', period: '2017-03', category: 'commit', ...about } as const;
  const days = { from: '2017-03-01', to: '2017-04-01' };
  const data = { days, ...target, amount: amount && usd(amount), note: null, from: null };
  return fact(`${type}-${JSON.stringify({ ...data, amount: null })}`, type, data, day);
};

const fact = (stream: string, type: string, data: Fact['data'], day: number): Fact => ({
  stream,
  type,
  data,
  at: START + day * DAY,
  recordedAt: START + day * DAY,
});

/** The organisation of every history: some of it comes late. */
export const ORGANISATION: readonly Fact[] = [
  fact('process-sales', 'ProcessDefined', processOf(0), 0),
  team('north', null, 0),
  team('far-north', 'north', 0),
  rep('ann', 'north', 'East', 0),
  rep('bob', 'far-north', null, 0),
  customer('acme', { industry: 'retail', region: 'EU', source: 'fair' }, 0),
  customer('bolt', { industry: null, region: null, source: 'web' }, 0),
  quota('rep', 'ann', '2017-03', 90_000, 3),
  quota('rep', 'bob', '2017-04', 50_000, 3),
  quota('rep', 'bob', '2017-Q4', 70_001, 3),
  quota('team', 'north', '2017-03', 200_000, 3),
  team('south', null, 40),
  rep('cid', 'south', 'West', 40),
  quota('rep', 'cid', '2017-05', 0, 41),
  fact(
    'customer-bolt',
    'CustomerProfileChanged',
    { customerId: 'bolt', from: {}, to: { industry: 'steel', region: 'US' } },
    60,
  ),
  fact(
    'rep-ann',
    'RepDeparted',
    { repId: 'ann', departureId: 'd', on: '2017-05-01', successors: [], reason: null },
    120,
  ),
  fact('process-sales', 'ProcessRevised', processOf(0.05), 150),
  call('ForecastAdjusted', { level: 'north' }, 300_000, 50),
  call('ForecastAdjusted', { level: null }, 310_000, 70),
  call('ForecastAdjusted', { level: null }, null, 90),
  call('ForecastAdjusted', { scope: 'team', scopeId: 'north', category: 'bestCase', level: 'north' }, 900_000, 80),
  call('ForecastSubmitted', {}, 280_000, 60),
  call('ForecastSubmitted', { scope: 'team', scopeId: 'north' }, 500_000, 65),
];

/** Kinds of steps from here on correct. */
const CORRECTED = 12;

const step = (kinds: number) =>
  fc.record({
    deal: fc.nat(7),
    kind: fc.nat(kinds - 1),
    pick: fc.nat(1000),
    /** Hours since the step before, and hours before now when it was true. */
    wait: fc.nat(300),
    late: fc.oneof(fc.constant(0), fc.nat(500)),
  });

type Step = ReturnType<typeof step> extends fc.Arbitrary<infer S> ? S : never;

const pickOf = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const linesOf = (amount: number, pick: number) => {
  if (pick % 3 === 0) return [];
  const first = pick % 3 === 1 ? amount : Math.floor(amount / 3);
  const line = (productId: string, of: number) => ({
    productId,
    model: productId === 'mg' ? 'x' : null,
    quantity: 1,
    price: usd(of),
    amount: usd(of),
  });
  return first === amount ? [line('gtx', amount)] : [line('gtx', first), line('mg', amount - first)];
};

const ACTIVITIES = [
  'CallLogged',
  'EmailLogged',
  'MeetingLogged',
  'NoteTaken',
  'TaskAdded',
  'TaskAdded',
  'TaskReassigned',
  'TaskReassigned',
] as const;

/** An activity, or another rep for a task that there is. */
const activityOf = ({ pick, late }: Step, index: number, tasks: string[], now: number): Fact => {
  const repId = pickOf(['ann', 'bob', 'cid'], pick);
  const type = pickOf(ACTIVITIES, pick);
  const at = Math.max(START, now - late * HOUR);
  const task = type === 'TaskReassigned' ? tasks[pick % tasks.length] : undefined;
  if (task !== undefined) {
    return {
      stream: `activity-${task}`,
      type,
      data: { activityId: task, from: 'ann', to: repId },
      at: now,
      recordedAt: now,
    };
  }
  const activityId = `activity${index}`;
  if (type === 'TaskAdded') tasks.push(activityId);
  const about = { activityId, repId, customerId: null, dealId: null, subject: null, text: null };
  const of = {
    direction: null,
    outcome: null,
    durationSeconds: pick,
    dueOn: null,
    startsAt: new Date(at).toISOString(),
    endsAt: null,
  };
  return {
    stream: `activity-${activityId}`,
    type: type === 'TaskReassigned' ? 'NoteTaken' : type,
    data: { ...about, ...of },
    at,
    recordedAt: now,
  };
};

const SPLITS = [
  null,
  [
    { repId: 'ann', basisPoints: 3_333 },
    { repId: 'bob', basisPoints: 3_334 },
    { repId: 'cid', basisPoints: 3_333 },
  ],
  [
    { repId: 'bob', basisPoints: 9_999 },
    { repId: 'gone', basisPoints: 1 },
  ],
];

/** What a step does to its deal: an event that a decision might have made. */
const eventOf = ({ deal, kind, pick }: Step, known: Deal | null, at: number): Pick<Fact, 'type' | 'data'> => {
  const dealId = `deal${deal}`;
  const about = { dealId, customerId: pickOf(['acme', 'bolt', 'nobody'], deal) };
  const stage = pickOf(['first', 'second', 'third'], pick);
  const ownerId = pickOf(['ann', 'bob', 'cid', null], pick);
  const worth = { amount: usd(pick * 101), lines: linesOf(pick * 101, pick) };
  const expected = pick % 4 === 0 ? null : dayOf(START + (pick % 500) * DAY);
  const closed = { ...about, processId: 'sales', stage, ...worth, ownerId };
  if (known === null) {
    return {
      type: 'DealOpened',
      data: {
        ...about,
        processId: 'sales',
        name: dealId,
        stage,
        ...worth,
        ownerId,
        expectedCloseOn: expected,
        fields: {},
      },
    };
  }
  if (known.status !== 'Open') return { type: 'DealReopened', data: { ...closed, was: known.status, reason: 'again' } };
  switch (kind) {
    case 0:
    case 1:
      return { type: 'DealAdvanced', data: { ...about, from: 'first', to: stage, fields: {} } };
    case 2:
      return { type: 'DealAmountChanged', data: { ...about, from: usd(0), to: worth.amount, lines: worth.lines } };
    case 3:
      return { type: 'DealRescheduled', data: { ...about, from: null, to: expected } };
    case 4:
      if (pick % 2 === 0) return { type: 'DealSplit', data: { ...about, from: null, to: pickOf(SPLITS, pick) } };
      return { type: 'DealReassigned', data: { ...about, from: null, to: ownerId } };
    case 5:
      return {
        type: 'DealCategorized',
        data: { ...about, from: null, to: pickOf(['omitted', 'commit', 'pipeline', null], pick) },
      };
    case 6:
    case 7:
    case 8:
      return { type: 'DealLost', data: { ...closed, reason: 'price', competitor: null } };
    case 9: {
      const { amount, lines } = known;
      return { type: 'DealWon', data: { ...closed, amount, lines, signedOn: dayOf(at) } };
    }
    default:
      return { type: 'DealWon', data: { ...closed, signedOn: dayOf(at - (pick % 40) * DAY) } };
  }
};

/** Facts of steps, in the order in which they were recorded. */
const factsOf = (steps: readonly Step[]): readonly Fact[] => {
  let now = START;
  const deals = new Map<string, Fact[]>();
  const tasks: string[] = [];
  const facts = steps.flatMap((each, index): readonly Fact[] => {
    now += each.wait * HOUR;
    if (each.deal > 4) return [activityOf(each, index, tasks, now)];
    const stream = `deal-deal${each.deal}`;
    const before = deals.get(stream) ?? [];
    deals.set(stream, before);
    const at = Math.max(before.at(-1)?.at ?? START, now - each.late * HOUR);
    const event = each.kind < CORRECTED ? eventOf(each, dealBy(before), at) : correctionOf(before, { ...each, at });
    if (event === null) return [];
    const fact = { stream, ...event, at, recordedAt: now };
    before.push(fact);
    return [fact];
  });
  return [...ORGANISATION, ...facts].sort((a, b) => a.recordedAt - b.recordedAt);
};

const LENGTH = { minLength: 5, maxLength: 45 };

/** Logs in which neither time runs backwards within a deal, and recording never does. */
export const histories = fc.array(step(CORRECTED), LENGTH).map(factsOf);

/** The same with corrections: of open and closed deals, of corrections, back to any instant since the opening. */
export const correctedHistories = fc.array(step(CORRECTED + 5), { ...LENGTH, size: 'max' }).map(factsOf);
