import type { CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import {
  type Rep,
  type RepEvent,
  type RepRefusal,
  repDecider,
  repDecisions,
  teamDecider,
  teamDecisions,
} from '#people/people.contract.js';
import { productDecider, productDecisions } from '#products/products.contract.js';
import { processDecider, processDecisions } from '#sales-process/sales-process.contract.js';
import { dateOf } from './calendar.js';
import { PROCESS, RULES, STAGES } from './catalogue.js';
import type { DemoRep } from './organisation.js';
import { ADMIN, type Planned, type PlannedStep, planned } from './recorder.js';
import type { DemoWorld } from './world.js';

type RepStep = PlannedStep<Rep | null, RepEvent, RepRefusal | 'NotFound' | 'NotAllowed'>;

/** The first record of a demo. */
export const planProcess = ({ calendar: { founded } }: DemoWorld): Planned => {
  const stages = STAGES.map(({ days: _days, activities: _activities, ...stage }) => stage);
  const decide = (_runner: CommandRunner, actor: Actor) =>
    processDecisions.define({ name: PROCESS.name, stages, rules: RULES }, actor);
  return planned(processDecider, PROCESS.id, [{ time: founded, actor: ADMIN, decide }]);
};

/** Parents before their children. */
export const planTeams = ({ calendar: { founded }, organisation }: DemoWorld): readonly Planned[] =>
  organisation.teams.map(({ id, name, parentId }) => {
    const decide = (runner: CommandRunner, actor: Actor) => teamDecisions.form(runner, { name, parentId }, actor);
    return planned(teamDecider, id, [{ time: founded, actor: ADMIN, decide }]);
  });

export const planProducts = ({ calendar: { founded }, products }: DemoWorld): readonly Planned[] =>
  products.map(({ id, name, models }) => {
    const decide = (_runner: CommandRunner, actor: Actor) => productDecisions.add({ name, models }, actor);
    return planned(productDecider, id, [{ time: founded, actor: ADMIN, decide }]);
  });

export const planPeople = ({ calendar: { founded }, organisation: { reps, staff } }: DemoWorld): readonly Planned[] => [
  ...staff.map(({ id, name, teamId, role, region }) =>
    planned<Rep | null, RepEvent, RepRefusal | 'NotFound' | 'NotAllowed'>(repDecider, id, [
      hired(founded, id, { name, teamId, role, region, hiredOn: null }),
    ]),
  ),
  ...reps.map((rep) =>
    planned<Rep | null, RepEvent, RepRefusal | 'NotFound' | 'NotAllowed'>(repDecider, rep.id, [joined(rep, founded)]),
  ),
];

/**
 * Departures of the past: what the leavers owned was handed over as they left. They are recorded last, as nothing can
 * be given to reps who are known to have left.
 */
export const planDepartures = ({ organisation: { reps } }: DemoWorld): readonly Planned[] =>
  reps.flatMap((rep) => {
    const { leftAt } = rep;
    if (leftAt === null) return [];
    const fields = { on: dateOf(leftAt), reason: 'Took another job' };
    const left: RepStep = {
      time: leftAt,
      actor: ADMIN,
      decide: (_runner, actor) => repDecisions.recordDeparture(fields, actor),
    };
    return [planned(repDecider, rep.id, [left], 1)];
  });

const joined = ({ id, name, teamId, region, hiredAt }: DemoRep, founded: number): RepStep =>
  hired(Math.max(hiredAt, founded), id, { name, teamId, role: 'rep', region, hiredOn: dateOf(hiredAt) });

type Hired = Readonly<Pick<Rep, 'name' | 'teamId' | 'role' | 'region' | 'hiredOn'>>;

const hired = (time: number, id: string, fields: Hired): RepStep => ({
  time,
  actor: ADMIN,
  decide: (runner, actor) => repDecisions.hire(runner, { ...fields, email: `${id}@annals.example` }, actor),
});
