import type { CommandRunner } from '#commands/command-runner.js';
import { type QuotaHolder, quotaDecider, quotaDecisions, quotaIdOf } from '#forecasting/forecasting.contract.js';
import type { Actor } from '#kernel/actor.js';
import { periodsBetween, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type DateRange, formatPeriod } from '#kernel/period.js';
import { DAY, dateOf } from './calendar.js';
import { lifeOf } from './deals.js';
import { type DemoRep, isActive } from './organisation.js';
import { ADMIN, type Planned, planned } from './recorder.js';
import type { DemoWorld } from './world.js';

export type DemoQuota = QuotaHolder & Readonly<{ period: string; days: DateRange; amount: number; setAt: number }>;

/** Deals that are lived through to learn what a rep may be expected to sell. */
const SAMPLE = 400;
/** More than the average rep sells, as quotas are. */
const STRETCH = 1.15;
/** Teams are asked for less than their members together: somebody is always ill. */
const ROLL_UP = 0.95;

/** Quotas by fiscal quarter, of reps, their teams, the regions and, last of all, the whole company. */
export const quotasOf = (world: DemoWorld, fiscal: FiscalCalendar): readonly DemoQuota[] => {
  const { demo, calendar, organisation } = world;
  const sold = soldADeal(world) * demo.deals;
  const range = { from: dateOf(calendar.start), to: dateOf(calendar.until) };
  return periodsBetween(range, 'quarter', fiscal).flatMap((quarter) => {
    const days = rangeOf(quarter, fiscal);
    const [begins, ends] = [Date.parse(days.from), Date.parse(days.to)];
    const period = formatPeriod(quarter);
    const setAt = Math.max(begins, calendar.start);
    const middle = (begins + ends) / 2;
    const isThere = (rep: DemoRep): boolean => isActive(rep, Math.min(middle, calendar.until - DAY));
    const selling = organisation.reps.filter(isThere);
    const share = (ends - begins) / (calendar.until - calendar.start);
    const each = rounded((sold * share * STRETCH) / selling.length);
    const ofTeam = (teamId: string): number => {
      const children = organisation.teams.filter(({ parentId }) => parentId === teamId);
      const members = selling.filter((rep) => rep.teamId === teamId).length * each;
      return rounded(children.reduce((sum, { id }) => sum + ofTeam(id), members * ROLL_UP));
    };
    return [
      ...selling.map(({ id }) => ({ scope: 'rep' as const, scopeId: id, period, days, amount: each, setAt })),
      ...organisation.teams
        .map(({ id }) => ({ scope: 'team' as const, scopeId: id, period, days, amount: ofTeam(id), setAt }))
        .toReversed(),
    ];
  });
};

export const planQuota = (
  { demo: { currency } }: DemoWorld,
  { setAt, amount, ...target }: DemoQuota,
  fiscal: FiscalCalendar,
): Planned => {
  const fields = { ...target, measure: 'amount' as const, amount: { amount, currency } };
  const decide = (runner: CommandRunner, actor: Actor) => quotaDecisions.set(runner, fields, actor);
  return planned(quotaDecider, quotaIdOf(target, target.days, fiscal), [{ time: setAt, actor: ADMIN, decide }]);
};

/** What an average deal brings, lost ones included. */
const soldADeal = (world: DemoWorld): number => {
  const { deals } = world.demo;
  const count = Math.min(SAMPLE, deals);
  let sum = 0;
  for (let sample = 0; sample < count; sample += 1) {
    sum += lifeOf(world, Math.floor((sample * deals) / count)).life.wonAmount;
  }
  return sum / count;
};

/** To two figures. */
const rounded = (amount: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1);
  return Math.round(amount / unit) * unit;
};
