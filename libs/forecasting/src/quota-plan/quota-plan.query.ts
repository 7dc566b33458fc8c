import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  byColumn,
  DealFigures,
  type DealsAt,
  dealFigureProjections,
} from '#deals/deal-figures/deal-figures.contract.js';
import { daysIn } from '#http/days-in.js';
import { badInput, notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { periodsBetween, rangeOf } from '#kernel/calendar-periods.js';
import type { Money } from '#kernel/money.js';
import { type DateRange, formatPeriod, PERIOD_UNITS, type Period, type PeriodUnit, unitOf } from '#kernel/period.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { quotaPlan } from '../domain/quota-plan.js';

export type QuotaPlanFields = Readonly<{
  teamId: string;
  period: Period;
  /** In minor units of the company's currency. */
  amount: number;
  /** How long the parts are. */
  by: PeriodUnit;
  /** How many years before tell the season. */
  years: number;
  /** Whether members get the same, or by what each of them won in these years. */
  members: 'even' | 'won';
}>;

/** `season`: what the team won in the same part of the years before: what its share was made of. */
export type PlannedQuotas = Readonly<{
  period: string;
  season: Money;
  amount: Money;
  members: readonly Readonly<{ repId: string; amount: Money }>[];
}>;

export type QuotaPlan = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  teamId: string;
  period: string;
  amount: Money;
  parts: readonly PlannedQuotas[];
}>;

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
    const { teamId, period, amount, by, years } = fields;
    const position = await this.readModels.reach(
      [...dealFigureProjections, ...organisationProjections, ...companyProjections],
      at.after,
    );
    if (PERIOD_UNITS.indexOf(by) >= PERIOD_UNITS.indexOf(unitOf(period))) {
      throw badInput([{ path: 'by', message: `must be shorter than ${formatPeriod(period)}` }]);
    }
    const organisation = await organisationAt(this.readModels, at.asOf, at.knownAt);
    if (!organisation.teams.has(teamId)) throw notFound(`There is no team ${teamId} as of ${at.asOf}`);
    const members = membersOf(organisation, teamId);
    const sellers = members.filter((repId) => isSelling(organisation.reps.get(repId)));
    const { calendar } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const parts = periodsBetween(daysIn(calendar, period), by, calendar);
    const deals = await this.figures.at(at);
    const wins = new Map<string, number>();
    const weighted = parts.map((part) => {
      let weight = 0;
      for (let back = 1; back <= years; back += 1) {
        const before = rangeOf({ ...part, year: part.year - back }, calendar);
        for (const [repId, won] of wonBy(deals, members, before)) {
          weight += won;
          wins.set(repId, (wins.get(repId) ?? 0) + won);
        }
      }
      return { period: part, weight };
    });
    const weightOf = (repId: string): number => (fields.members === 'won' ? (wins.get(repId) ?? 0) : 0);
    const plan = quotaPlan(
      amount,
      weighted,
      sellers.map((repId) => ({ repId, weight: weightOf(repId) })),
    );
    return readAnswer(at, position, {
      teamId,
      period: formatPeriod(period),
      amount: this.money(amount),
      parts: plan.map((part, place) => ({
        period: formatPeriod(part.period),
        season: this.money(weighted[place]?.weight ?? 0),
        amount: this.money(part.amount),
        members: part.members.map((member) => ({ repId: member.repId, amount: this.money(member.amount) })),
      })),
    });
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

/** Quotas go to reps who are still here. */
const isSelling = (rep: Readonly<{ role: string; departure: object | null }> | undefined): boolean =>
  rep?.role === 'rep' && rep.departure === null;

const wonBy = (deals: DealsAt, members: readonly string[], days: DateRange): readonly (readonly [string, number])[] =>
  deals
    .won(days)
    .where({ ownerId: members })
    .sum([byColumn('ownerId')], { amount: (span) => span.amount })
    .map(({ group: [repId], amount }) => [repId ?? '', amount]);
