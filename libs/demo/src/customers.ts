import type { CommandRunner } from '#commands/command-runner.js';
import {
  type Customer,
  type CustomerEvent,
  type CustomerRefusal,
  customerDecider,
  customerDecisions,
} from '#customers/customers.contract.js';
import type { Actor } from '#kernel/actor.js';
import { type Calendar, DAY, inOffice } from './calendar.js';
import type { DemoArguments } from './demo-arguments.js';
import { companyOf, contactAt, slug } from './names.js';
import type { DemoRep, Organisation } from './organisation.js';
import { Random } from './random.js';
import { type Planned, planned } from './recorder.js';

/** Who looks after a customer from when on, first to last. */
export type Tenure = Readonly<{ from: number; rep: DemoRep }>;

export type DemoCustomer = Readonly<{
  id: string;
  name: string;
  industry: string;
  region: string;
  source: string;
  since: number;
  tenures: readonly [Tenure, ...Tenure[]];
  /** What they buy, as a multiple of what is usual. */
  size: number;
}>;

const SOURCES: readonly (readonly [number, string])[] = [
  [5, 'website'],
  [4, 'referral'],
  [4, 'cold-call'],
  [3, 'trade-fair'],
  [2, 'partner'],
  [2, 'campaign'],
];
const DEALS_PER_CUSTOMER = 4;
/** The part of the customers that were there before the first deal. */
const EARLY = 0.35;

/** Every customer follows from its number alone: none has to be kept in memory. */
export type Customers = Readonly<{
  count: number;
  at: (index: number) => DemoCustomer;
  /** How many there are by that time: those of a lower number. */
  countAt: (time: number) => number;
}>;

export const customersOf = (demo: DemoArguments, calendar: Calendar, organisation: Organisation): Customers => {
  const count = Math.max(1, Math.ceil(demo.deals / DEALS_PER_CUSTOMER));
  const { start, until } = calendar;
  const sinceOf = (index: number): number => {
    const share = index / count;
    return share < EARLY
      ? start - 30 * DAY * (1 - share / EARLY) - 1
      : start + ((share - EARLY) / (1 - EARLY)) * (until - DAY - start);
  };
  return {
    count,
    at: (index) => customerOf(demo, organisation, index, inOffice(sinceOf(index))),
    countAt: (time) => {
      const share = EARLY + (1 - EARLY) * Math.max(0, (time - start) / (until - DAY - start));
      return Math.max(1, Math.min(count, Math.floor(share * count)));
    },
  };
};

export const ownerAt = ({ tenures }: DemoCustomer, time: number): DemoRep =>
  (tenures.findLast(({ from }) => from <= time) ?? tenures[0]).rep;

export const repActor = ({ id }: DemoRep) => ({ id, role: 'rep' }) as const;
export const managerActor = (organisation: Organisation, { teamId }: DemoRep) =>
  ({ id: organisation.managerOf(teamId), role: 'manager' }) as const;

const customerOf = (
  { seed }: DemoArguments,
  organisation: Organisation,
  index: number,
  since: number,
): DemoCustomer => {
  const random = new Random(seed, 'customer', index);
  const { name, industry } = companyOf(random);
  const region = random.pick(organisation.regions);
  const first = random.pick(organisation.activeIn(region, since));
  const tenures: [Tenure, ...Tenure[]] = [{ from: since, rep: first }];
  for (let rep = first; rep.leftAt !== null; ) {
    const next = random.pick(organisation.successorsOf(rep));
    tenures.push({ from: rep.leftAt, rep: next });
    rep = next;
  }
  const size = random.logNormal(1, 0.6);
  return {
    id: `${slug(name)}-${index + 1}`,
    name,
    industry,
    region,
    source: random.weighted(SOURCES),
    since,
    tenures,
    size,
  };
};

/** The customer is added by its first owner and handed over whenever an owner leaves. */
export const planCustomer = (demo: DemoArguments, organisation: Organisation, customer: DemoCustomer): Planned => {
  const { id, name, industry, region, source, since, tenures, size } = customer;
  const [first, ...later] = tenures;
  const random = new Random(demo.seed, 'contacts', id);
  const people = random.integer(1, size > 1.6 ? 5 : 2);
  const contacts = Array.from({ length: people }, () => contactAt(random, name));
  const fields = { name, ownerId: first.rep.id, industry, region, source, contacts };
  const added = {
    time: since,
    actor: repActor(first.rep),
    decide: (runner: CommandRunner, actor: Actor) => customerDecisions.add(runner, fields, actor),
  };
  const handedOver = later.map(({ from, rep }, index) => ({
    time: from,
    actor: managerActor(organisation, (tenures[index] ?? first).rep),
    decide: (runner: CommandRunner, actor: Actor) => customerDecisions.assign(runner, { ownerId: rep.id }, actor),
  }));
  return planned<Customer | null, CustomerEvent, CustomerRefusal | 'NotFound' | 'NotAllowed'>(customerDecider, id, [
    added,
    ...handedOver,
  ]);
};
