import type { CommandRunner } from '#commands/command-runner.js';
import type { EventStore } from '#event-store/event-store.js';
import { quotaDecider, quotaIdOf } from '#forecasting/forecasting.contract.js';
import { gregorian } from '#kernel/fiscal-calendar.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import { calendarOf } from './calendar.js';
import { PROCESS, productsIn } from './catalogue.js';
import { customersOf, planCustomer } from './customers.js';
import { dealAt } from './deals.js';
import { type DemoArguments, demoName, untilOf } from './demo-arguments.js';
import { organisationOf } from './organisation.js';
import { planQuota, quotasOf } from './quotas.js';
import type { Planned } from './recorder.js';
import { Recorder } from './recorder.js';
import { planDepartures, planPeople, planProcess, planProducts, planTeams } from './set-up.js';
import type { DemoWorld } from './world.js';

/** The log holds something else already. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}

export type DemoStores = Readonly<{
  events: EventStore;
  runner: CommandRunner;
  now: () => Instant;
  timeZone: string;
  fiscalYearStart: number;
}>;

/** What there is after a demo was made. `commands` and `events` are the new ones: 0 when it was there already. */
export type DemoReport = Readonly<{
  demo: DemoArguments;
  processId: string;
  teams: number;
  reps: number;
  departed: number;
  customers: number;
  deals: number;
  open: number;
  won: number;
  lost: number;
  activities: number;
  quotas: number;
  commands: number;
  events: number;
  /** One that says the most: who has sold for longest, and a customer that changed hands if there is one. */
  look: Readonly<{ repId: string; customerId: string }>;
}>;

/** Without `until` the demo that is there goes on, or a new one ends today. */
export type DemoRequest = Omit<DemoArguments, 'until'> & Readonly<{ until: string | null }>;

/**
 * Makes a sales organisation by the commands that its people would have given. The same request on its own log goes on
 * where it was interrupted, or does nothing. `onDeal` is told how many deals are done.
 * @throws NotEmpty, DemoCannotGoOn
 */
export const makeDemo = async (
  request: DemoRequest,
  stores: DemoStores,
  onDeal: (done: number) => void = () => {},
): Promise<DemoReport> => {
  const demo = await demoOn(stores.events, request, stores.now().slice(0, 10));
  const calendar = calendarOf(demo);
  const organisation = organisationOf(demo, calendar);
  const customers = customersOf(demo, calendar, organisation);
  const products = productsIn(demo.currency);
  const world: DemoWorld = { demo, calendar, organisation, customers, products, timeZone: stores.timeZone };
  const fiscal = gregorian(stores.fiscalYearStart);
  const quotas = quotasOf(world, fiscal);
  const lastQuota = quotas.at(-1);
  const isMade =
    lastQuota !== undefined &&
    (await stores.runner.state(quotaDecider, quotaIdOf(lastQuota, lastQuota.days, fiscal))) !== null;

  const recorder = new Recorder(stores.runner, demoName(demo), stores.now);
  const counts = { open: 0, won: 0, lost: 0, activities: 0 };
  const record = async (plans: Iterable<Planned>): Promise<void> => {
    if (!isMade) await recorder.all(plans);
  };

  await record([inTurn([planProcess(world), ...planTeams(world)])]);
  await record([...planProducts(world), ...planPeople(world)]);
  await record(numbered(customers.count, (index) => planCustomer(demo, organisation, customers.at(index))));
  let done = 0;
  const dealsAndActivities = numbered(demo.deals, (index): Planned => {
    const { plan, activities, status } = dealAt(world, index);
    counts[status] += 1;
    counts.activities += activities.length;
    return async (to) => {
      await inTurn([plan, ...activities])(to);
      done += 1;
      onDeal(done);
    };
  });
  if (isMade) for (const _ of dealsAndActivities) onDeal(++done);
  else await recorder.all(dealsAndActivities);
  await record(planDepartures(world));
  // The last quota is the last record of all: where it stands, the whole demo does.
  await record(quotas.slice(0, -1).map((quota) => planQuota(quota, fiscal)));
  await record(quotas.slice(-1).map((quota) => planQuota(quota, fiscal)));

  return {
    demo,
    processId: PROCESS.id,
    teams: organisation.teams.length,
    reps: organisation.reps.length,
    departed: organisation.reps.filter(({ leftAt }) => leftAt !== null).length,
    customers: customers.count,
    deals: demo.deals,
    ...counts,
    quotas: quotas.length,
    commands: recorder.commands,
    events: recorder.events,
    look: lookAt(world),
  };
};

/**
 * Which demo is to be made on a log: the one that it holds, when it is the one that was asked for.
 * @param today where one without a last day ends
 * @throws NotEmpty
 */
export const demoOn = async (events: EventStore, request: DemoRequest, today: CalendarDate): Promise<DemoArguments> => {
  const [first] = await events.readAll({ limit: 1 });
  const client = first?.metadata.client;
  const held = typeof client === 'string' ? untilOf(client) : null;
  const demo = { ...request, until: request.until ?? held ?? today };
  if (first === undefined || client === demoName(demo)) return demo;
  const what = held === null ? 'data' : `another demo (${client})`;
  throw new NotEmpty(`The log holds ${what} already. A demo wants an empty log: choose another ANNALS_DATA_DIR`);
};

const inTurn =
  (plans: readonly Planned[]): Planned =>
  async (recorder) => {
    for (const plan of plans) await plan(recorder);
  };

function* numbered(count: number, plan: (index: number) => Planned): Iterable<Planned> {
  for (let index = 0; index < count; index += 1) yield plan(index);
}

const lookAt = ({ organisation, customers }: DemoWorld): DemoReport['look'] => {
  const repId = organisation.reps[0]?.id ?? '';
  for (let index = 0; index < customers.count; index += 1) {
    const { id, tenures } = customers.at(index);
    if (tenures.length > 1) return { repId, customerId: id };
  }
  return { repId, customerId: customers.at(0).id };
};
