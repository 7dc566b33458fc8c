import type { CommandRunner } from '#commands/command-runner.js';
import {
  type QuotaGoal,
  type QuotaHolder,
  quotaDecider,
  quotaDecisions,
  quotaIdOf,
} from '#forecasting/forecasting.contract.js';
import type { Actor } from '#kernel/actor.js';
import { periodsBetween, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type DateRange, formatPeriod } from '#kernel/period.js';
import { planActivities } from './activities.js';
import { DAY, dateOf } from './calendar.js';
import { lifeOf } from './deals.js';
import { type DemoRep, isActive } from './organisation.js';
import { ADMIN, type Planned, planned } from './recorder.js';
import type { DemoWorld } from './world.js';

export type DemoQuota = QuotaHolder & Readonly<{ period: string; days: DateRange; goal: QuotaGoal; setAt: number }>;

/** Deals that are lived through to learn what a rep may be expected to sell. */
const SAMPLE = 400;
/** More than the average rep sells, as quotas are. */
const STRETCH = 1.15;
/** Teams are asked for less than their members together: somebody is always ill. */
const ROLL_UP = 0.95;

/**
 * Quotas by fiscal quarter: of reps (amounts, deals and activities), of their teams, the regions and, last of all, the whole
 * company.
 */
export const quotasOf = (world: DemoWorld, fiscal: FiscalCalendar): readonly DemoQuota[] => {
  const { demo, calendar, organisation } = world;
  const usual = usualDeal(world);
  const money = (amount: number): QuotaGoal => ({ measure: 'amount', amount: { amount, currency: demo.currency } });
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
    const eachOf = (ofDeal: number): number => (ofDeal * demo.deals * share * STRETCH) / selling.length;
    const each = rounded(eachOf(usual.amount));
    const counts: readonly QuotaGoal[] = [
      { measure: 'deals', target: Math.max(1, Math.round(eachOf(usual.won))) },
      { measure: 'activities', target: rounded(eachOf(usual.activities)) },
    ];
    const ofTeam = (teamId: string): number => {
      const children = organisation.teams.filter(({ parentId }) => parentId === teamId);
      const members = selling.filter((rep) => rep.teamId === teamId).length * each;
      return rounded(children.reduce((sum, { id }) => sum + ofTeam(id), members * ROLL_UP));
    };
    return [
      ...selling.flatMap(({ id }) =>
        [money(each), ...counts].map((goal) => ({ scope: 'rep' as const, scopeId: id, period, days, goal, setAt })),
      ),
      ...organisation.teams
        .map(({ id }) => ({ scope: 'team' as const, scopeId: id, period, days, goal: money(ofTeam(id)), setAt }))
        .toReversed(),
    ];
  });
};

export const planQuota = ({ setAt, goal, ...target }: DemoQuota, fiscal: FiscalCalendar): Planned => {
  const fields = { ...target, ...goal };
  const decide = (runner: CommandRunner, actor: Actor) => quotaDecisions.set(runner, fields, actor);
  const id = quotaIdOf(target, target.days, fiscal, goal.measure);
  return planned(quotaDecider, id, [{ time: setAt, actor: ADMIN, decide }]);
};

/** What an average deal brings, lost ones included: its amount, whether it is won, and what is done for it. */
const usualDeal = (world: DemoWorld): Readonly<{ amount: number; won: number; activities: number }> => {
  const { deals } = world.demo;
  const count = Math.min(SAMPLE, deals);
  const sums = { amount: 0, won: 0, activities: 0 };
  for (let sample = 0; sample < count; sample += 1) {
    const index = Math.floor((sample * deals) / count);
    const { customer, life } = lifeOf(world, index);
    sums.amount += life.wonAmount;
    sums.won += Number(life.wonAmount > 0);
    sums.activities += planActivities(world, { id: `deal-${index + 1}`, index, customer, life }).length;
  }
  return { amount: sums.amount / count, won: sums.won / count, activities: sums.activities / count };
};

/** To two figures. */
const rounded = (amount: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1);
  return Math.round(amount / unit) * unit;
};
