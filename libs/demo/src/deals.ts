import type { CommandRunner } from '#commands/command-runner.js';
import { type Deal, type DealEvent, type DealRefusal, dealDecider, dealDecisions } from '#deals/deals.contract.js';
import type { Actor } from '#kernel/actor.js';
import { planActivities } from './activities.js';
import { dateOf } from './calendar.js';
import { PROCESS, STAGES } from './catalogue.js';
import { type DemoCustomer, managerActor, ownerAt, repActor } from './customers.js';
import { type DealLife, type Happening, liveDeal } from './deal-life.js';
import { personName } from './names.js';
import type { DemoRep } from './organisation.js';
import { Random } from './random.js';
import { type Planned, type PlannedStep, planned } from './recorder.js';
import type { DemoWorld } from './world.js';

type DealStep = PlannedStep<Deal | null, DealEvent, DealRefusal | 'NotFound' | 'NotAllowed'>;

export type DemoDeal = Readonly<{
  plan: Planned;
  activities: readonly Planned[];
  /** As the history ends. */
  status: 'open' | 'won' | 'lost';
}>;

/** A deal with all that is done about it; the same for the same number. */
export const lifeOf = (world: DemoWorld, index: number): Readonly<{ customer: DemoCustomer; life: DealLife }> => {
  const { demo, calendar, customers, products } = world;
  const random = new Random(demo.seed, 'deal', index);
  const opened = calendar.businessAt((index + random.next()) / demo.deals);
  // Those who have been customers for long buy more often.
  const customer = customers.at(Math.floor(customers.countAt(opened) * random.next() ** 1.4));
  return { customer, life: liveDeal(random, customer, products, Math.max(opened, customer.since)) };
};

export const dealAt = (world: DemoWorld, index: number): DemoDeal => {
  const { calendar, organisation } = world;
  const { customer, life } = lifeOf(world, index);
  const id = `deal-${index + 1}`;
  const past = life.happenings.filter(({ time }) => time < calendar.until);
  const random = new Random(world.demo.seed, 'details', index);
  const happened = past.flatMap((happening): DealStep[] => {
    const { time } = happening;
    const owner = ownerAt(customer, time);
    if (happening.what !== 'reopened') {
      const decide = decisionOf(world, random, happening, { customer, life, owner });
      return [{ time, actor: repActor(owner), decide }];
    }
    // Whoever owned it may have left meanwhile: the manager reopens it and gives it to who looks after the customer.
    const actor = managerActor(organisation, owner);
    const { reason } = happening;
    return [
      { time, actor, decide: (runner, by) => dealDecisions.reopen(runner, { reason }, by) },
      { time, actor, decide: (runner, by) => dealDecisions.reassign(runner, { ownerId: owner.id }, by) },
    ];
  });
  // What happens at the moment of a handover is the new owner's doing already.
  const steps = [...handovers(world, customer, past), ...happened].sort((a, b) => a.time - b.time);
  const last = past.at(-1);
  return {
    plan: planned(dealDecider, id, steps),
    activities: planActivities(world, { id, index, customer, life }),
    status: last?.what === 'won' || last?.what === 'lost' ? last.what : 'open',
  };
};

/** An owner who leaves hands over the deals that are open then. */
const handovers = ({ organisation }: DemoWorld, customer: DemoCustomer, past: readonly Happening[]): DealStep[] =>
  customer.tenures.slice(1).flatMap(({ from, rep }, index) => {
    const before = past.filter(({ time }) => time < from).at(-1);
    if (before === undefined || before.what === 'won' || before.what === 'lost') return [];
    const leaver = customer.tenures[index]?.rep ?? rep;
    return [
      {
        time: from,
        actor: managerActor(organisation, leaver),
        decide: (runner: CommandRunner, actor: Actor) => dealDecisions.reassign(runner, { ownerId: rep.id }, actor),
      },
    ];
  });

const decisionOf = (
  { timeZone }: DemoWorld,
  random: Random,
  happening: Exclude<Happening, { what: 'reopened' }>,
  { customer, life, owner }: { customer: DemoCustomer; life: DealLife; owner: DemoRep },
): DealStep['decide'] => {
  const currency = life.product.models[0]?.price.currency ?? '';
  switch (happening.what) {
    case 'opened': {
      const { stage, lines, closeOn } = happening;
      const fields = {
        name: `${customer.name}: ${life.product.name}`,
        customerId: customer.id,
        processId: PROCESS.id,
        stage: stageId(stage),
        lines,
        ownerId: owner.id,
        expectedCloseOn: dateOf(closeOn),
        requires: requiredAt(stage, random, happening.time),
      };
      return (runner, actor) => dealDecisions.open(runner, fields, actor);
    }
    case 'advanced': {
      const fields = { to: stageId(happening.to), requires: requiredAt(happening.to, random, happening.time) };
      return (runner, actor) => dealDecisions.advance(runner, fields, actor);
    }
    case 'movedBack': {
      const fields = { to: stageId(happening.to), reason: happening.reason };
      return (runner, actor) => dealDecisions.moveBack(runner, fields, actor);
    }
    case 'rescheduled': {
      const fields = { expectedCloseOn: dateOf(happening.closeOn) };
      return (runner, actor) => dealDecisions.reschedule(runner, fields, actor);
    }
    case 'repriced': {
      const fields = { amount: { amount: happening.amount, currency } };
      return (runner, actor) => dealDecisions.changeAmount(runner, fields, actor);
    }
    case 'lines':
      return (runner, actor) => dealDecisions.changeLines(runner, { lines: happening.lines }, actor);
    case 'categorized':
      return (runner, actor) => dealDecisions.categorize(runner, { forecastCategory: happening.category }, actor);
    case 'won': {
      const fields = { amount: { amount: happening.amount, currency } };
      return (runner, actor) => dealDecisions.win(runner, fields, actor, timeZone);
    }
    case 'lost': {
      const { reason, competitor } = happening;
      return (runner, actor) => dealDecisions.lose(runner, { reason, competitor }, actor);
    }
  }
};

const stageId = (stage: number): string => STAGES[stage]?.id ?? '';

/** What the stage wants to know and no command of its own tells. */
const requiredAt = (stage: number, random: Random, time: number): Readonly<Record<string, string>> => {
  const values: Record<string, () => string> = {
    need: () =>
      random.pick(['Downtime costs too much', 'Old equipment is worn out', 'New site opens', 'Audit finding']),
    decisionMaker: () => personName(random),
    proposalSentOn: () => dateOf(time),
  };
  const filled = (STAGES[stage]?.requires ?? []).flatMap((field) => {
    const value = values[field];
    return value ? [[field, value()] as const] : [];
  });
  return Object.fromEntries(filled);
};
