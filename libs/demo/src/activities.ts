import {
  type Activity,
  type ActivityEvent,
  type ActivityRefusal,
  activityDecider,
  activityDecisions,
} from '#activities/activities.contract.js';
import { at, DAY, dateOf, inOffice } from './calendar.js';
import { STAGES } from './catalogue.js';
import { type DemoCustomer, managerActor, ownerAt, repActor } from './customers.js';
import type { DealLife, Stint } from './deal-life.js';
import { Random } from './random.js';
import { type Planned, type PlannedStep, planned } from './recorder.js';
import type { DemoWorld } from './world.js';

type ActivityStep = PlannedStep<Activity | null, ActivityEvent, ActivityRefusal | 'NotFound' | 'NotAllowed'>;
type About = Readonly<{ repId: string; customerId: string; dealId: string; subject: string; text: string | null }>;
type Made = Readonly<{ world: DemoWorld; random: Random; customer: DemoCustomer; about: About; time: number }>;

const MINUTE = 60_000;
const SUBJECTS = ['First contact', 'Needs', 'Site visit', 'Proposal', 'Terms', 'Signature'];

/** What is done about a deal while it is in its stages, as far as that is past. */
export const planActivities = (
  world: DemoWorld,
  { id, index, customer, life }: { id: string; index: number; customer: DemoCustomer; life: DealLife },
): readonly Planned[] => {
  const random = new Random(world.demo.seed, 'activities', index);
  const plans: Planned[] = [];
  for (const stint of life.stints) {
    for (const time of timesIn(random, stint, ownerAt(customer, stint.from).diligence)) {
      const rep = ownerAt(customer, time);
      const subject = `${SUBJECTS[stint.stage]}: ${life.product.name}`;
      const about = { repId: rep.id, customerId: customer.id, dealId: id, subject, text: null };
      const kind = random.weighted(KINDS);
      const steps = kind({ world, random, customer, about, time }).filter((step) => step.time < world.calendar.until);
      if (steps.length > 0) plans.push(planned(activityDecider, `${id}-${plans.length + 1}`, steps));
    }
  }
  return plans;
};

const timesIn = (random: Random, { stage, from, to }: Stint, diligence: number): readonly number[] => {
  const count = random.poisson((STAGES[stage]?.activities ?? 1) * diligence);
  return Array.from({ length: count }, () => Math.min(to, inOffice(from + random.next() * (to - from))));
};

const call = ({ random, customer, about, time }: Made): ActivityStep[] => {
  const isAnswered = random.chance(0.65);
  const fields = {
    ...about,
    direction: random.chance(0.8) ? ('outbound' as const) : ('inbound' as const),
    durationSeconds: isAnswered ? Math.round(random.logNormal(280, 0.8)) : 0,
    outcome: isAnswered ? 'Reached' : 'No answer',
  };
  const actor = repActor(ownerAt(customer, time));
  return [{ time, actor, decide: (runner, by) => activityDecisions.logCall(runner, fields, by) }];
};

const email = ({ random, customer, about, time }: Made): ActivityStep[] => {
  const direction = random.chance(0.65) ? ('outbound' as const) : ('inbound' as const);
  const actor = repActor(ownerAt(customer, time));
  return [{ time, actor, decide: (runner, by) => activityDecisions.logEmail(runner, { ...about, direction }, by) }];
};

const meeting = ({ random, customer, about, time }: Made): ActivityStep[] => {
  const minutes = random.pick([30, 45, 60, 90]);
  const fields = { ...about, startsAt: at(time), endsAt: at(time + minutes * MINUTE), outcome: 'Next step agreed' };
  const actor = repActor(ownerAt(customer, time));
  return [{ time, actor, decide: (runner, by) => activityDecisions.logMeeting(runner, fields, by) }];
};

const note = ({ random, customer, about, time }: Made): ActivityStep[] => {
  const text = random.pick([
    'Wants a reference from the same industry before the next meeting.',
    'Their purchasing needs three weeks once the papers are in.',
    'Compares us on running costs, not on price.',
    'Asks for delivery in two parts.',
  ]);
  const actor = repActor(ownerAt(customer, time));
  return [{ time, actor, decide: (runner, by) => activityDecisions.takeNote(runner, { ...about, text }, by) }];
};

/** Done about when it is due; handed over with the customer when its rep leaves before. */
const task = ({ world, random, customer, about, time }: Made): ActivityStep[] => {
  const due = time + random.integer(2, 14) * DAY;
  const done = Math.max(time + MINUTE, inOffice(due + random.between(-2, 3) * DAY));
  const add: ActivityStep = {
    time,
    actor: repActor(ownerAt(customer, time)),
    decide: (runner, by) => activityDecisions.addTask(runner, { ...about, dueOn: dateOf(due) }, by),
  };
  const handedOver = customer.tenures.flatMap(({ from, rep }, index): ActivityStep[] => {
    const leaver = customer.tenures[index - 1]?.rep;
    if (!leaver || from <= time || from > done) return [];
    const decide: ActivityStep['decide'] = (runner, by) =>
      activityDecisions.reassignTask(runner, { repId: rep.id }, by);
    return [{ time: from, actor: managerActor(world.organisation, leaver), decide }];
  });
  const isDone = random.chance(0.93);
  const complete: ActivityStep = {
    time: done,
    actor: repActor(ownerAt(customer, done)),
    decide: (runner, by) => activityDecisions.completeTask(runner, by),
  };
  return [add, ...handedOver, ...(isDone ? [complete] : [])];
};

const KINDS: readonly (readonly [number, (made: Made) => ActivityStep[]])[] = [
  [32, call],
  [30, email],
  [14, meeting],
  [10, note],
  [14, task],
];
