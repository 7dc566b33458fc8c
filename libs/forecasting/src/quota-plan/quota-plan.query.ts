import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections, activityTotals } from '#activities/activity-totals/activity-totals.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  byColumn,
  DealFigures,
  dealFigureProjections,
  type Grouping,
} from '#deals/deal-figures/deal-figures.contract.js';
import { daysIn } from '#http/days-in.js';
import { badInput, notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { periodsBetween } from '#kernel/calendar-periods.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, PERIOD_UNITS, type Period, type PeriodUnit, unitOf } from '#kernel/period.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import type { CountMeasure, QuotaMeasure } from '../domain/quota-measure.js';
import { quotaPlan } from '../domain/quota-plan.js';
import { boundsOf, type PeriodBounds } from '../period-bounds.js';

export type QuotaPlanFields = Readonly<{
  teamId: string;
  period: Period;
  measure: QuotaMeasure;
  /** In minor units of the company's currency, or how many. */
  amount: number;
  /** How long the parts are. */
  by: PeriodUnit;
  /** How many years before tell the season. */
  years: number;
  /** Whether members get the same, or by what each of them won, or did, in these years. */
  members: 'even' | 'won';
}>;

/** `season`: what the team won in the same part of the years before: what its share was made of. */
export type PlannedQuotas = Readonly<{
  period: string;
  season: Money;
  amount: Money;
  members: readonly Readonly<{ repId: string; amount: Money }>[];
}>;

/** `season`: how many deals the team won, or what it did, in the same part of the years before. */
export type PlannedTargets = Readonly<{
  period: string;
  season: number;
  target: number;
  members: readonly Readonly<{ repId: string; target: number }>[];
}>;

type Plan = Readonly<{ asOf: string; knownAt: string; position: string; teamId: string; period: string }>;

export type QuotaPlan = Plan &
  (
    | Readonly<{ measure: 'amount'; amount: Money; parts: readonly PlannedQuotas[] }>
    | Readonly<{ measure: CountMeasure; target: number; parts: readonly PlannedTargets[] }>
  );

export class QuotaPlanQuery extends Query<QuotaPlan> {
  constructor(
    readonly fields: QuotaPlanFields,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** What the quota of a team comes to for each of its reps and each part of the period. It sets none. */
@QueryHandler(QuotaPlanQuery)
export class QuotaPlanHandler implements IQueryHandler<QuotaPlanQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @throws ProblemException (404) when there was no such team; (400) for a period that the calendar does not have, and
   * for parts that are not shorter than it
   */
  async execute({ fields, at }: QuotaPlanQuery): Promise<QuotaPlan> {
    const { teamId, period, measure, amount, by, years } = fields;
    const position = await this.readModels.reach(
      [...dealFigureProjections, ...activityProjections, ...organisationProjections, ...companyProjections],
      at.after,
    );
    if (PERIOD_UNITS.indexOf(by) >= PERIOD_UNITS.indexOf(unitOf(period))) {
      throw badInput([{ path: 'by', message: `must be shorter than ${formatPeriod(period)}` }]);
    }
    const organisation = await organisationAt(this.readModels, at.asOf, at.knownAt);
    if (!organisation.teams.has(teamId)) throw notFound(`There is no team ${teamId} as of ${at.asOf}`);
    const members = membersOf(organisation, teamId);
    const sellers = members.filter((repId) => isSelling(organisation.reps.get(repId)));
    const company = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const { calendar } = company;
    const parts = periodsBetween(daysIn(calendar, period), by, calendar);
    const reached = new Map<string, number>();
    const weighted: Readonly<{ period: Period; weight: number }>[] = [];
    for (const part of parts) {
      let weight = 0;
      for (let back = 1; back <= years; back += 1) {
        const before = boundsOf({ ...part, year: part.year - back }, company);
        const { all, byRep } = await this.reached(measure, members, before, at);
        weight += all;
        for (const [repId, own] of byRep) reached.set(repId, (reached.get(repId) ?? 0) + own);
      }
      weighted.push({ period: part, weight });
    }
    const weightOf = (repId: string): number => (fields.members === 'won' ? (reached.get(repId) ?? 0) : 0);
    const plan = quotaPlan(
      amount,
      weighted,
      sellers.map((repId) => ({ repId, weight: weightOf(repId) })),
    );
    const seasonOf = (place: number): number => weighted[place]?.weight ?? 0;
    const of = { teamId, period: formatPeriod(period) };
    if (measure !== 'amount') {
      const ofTargets = plan.map(
        (part, place): PlannedTargets => ({
          period: formatPeriod(part.period),
          season: seasonOf(place),
          target: part.amount,
          members: part.members.map((member) => ({ repId: member.repId, target: member.amount })),
        }),
      );
      return readAnswer(at, position, { ...of, measure, target: amount, parts: ofTargets });
    }
    const ofAmounts = plan.map(
      (part, place): PlannedQuotas => ({
        period: formatPeriod(part.period),
        season: this.money(seasonOf(place)),
        amount: this.money(part.amount),
        members: part.members.map((member) => ({ repId: member.repId, amount: this.money(member.amount) })),
      }),
    );
    return readAnswer(at, position, { ...of, measure, amount: this.money(amount), parts: ofAmounts });
  }

  /** What the members reached in a period: each, and all together, where a deal that several of them share is one. */
  private async reached(
    measure: QuotaMeasure,
    members: readonly string[],
    { days, instants }: PeriodBounds,
    at: ReadAt,
  ): Promise<Readonly<{ all: number; byRep: readonly (readonly [repId: string, own: number])[] }>> {
    if (measure === 'activities') {
      const ofMembers = new Set(members);
      const totals = await activityTotals(this.readModels, at, instants);
      const byRep = totals
        .filter(({ repId }) => ofMembers.has(repId))
        .map(({ repId, count }) => [repId, count] as const);
      return { all: byRep.reduce((sum, [, count]) => sum + count, 0), byRep };
    }
    const own = measure === 'deals' ? 'deals' : 'amount';
    const sumBy = (groupings: readonly Grouping[]) =>
      won.sum(groupings).map((sum) => [sum.group[0] ?? '', sum[own]] as const);
    const won = (await this.figures.at(at)).won(days).where({ ownerId: members });
    return { all: sumBy([])[0]?.[1] ?? 0, byRep: sumBy([byColumn('ownerId')]) };
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

/** Quotas go to reps who are still here. */
const isSelling = (rep: Readonly<{ role: string; departure: object | null }> | undefined): boolean =>
  rep?.role === 'rep' && rep.departure === null;
