import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections, activityTotals } from '#activities/activity-totals/activity-totals.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { millisecondsOf } from '#kernel/instant.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import type { Holder } from '../forecast/roll-up.js';
import { expectThere, repsOf } from '../holder-in-period.js';
import { boundsOf, type PeriodBounds } from '../period-bounds.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { holderQuota, quotasAt } from '../quota-versions/quotas-at.js';
import { type Attainment, attainments, type Reached } from './attainment.js';

export type HolderAttainment = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  period: string;
  /** Of each measure that has a quota. */
  attainments: readonly Attainment[];
}>;

export class AttainmentQuery extends Query<HolderAttainment> {
  constructor(
    readonly holder: Holder,
    readonly period: Period,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** How much of their quotas a rep, or a team with those below it, has reached, as it stood at any instant. */
@QueryHandler(AttainmentQuery)
export class AttainmentHandler implements IQueryHandler<AttainmentQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemException (404) when there was no such rep or team */
  async execute({ holder, period, at }: AttainmentQuery): Promise<HolderAttainment> {
    const { readModels, settings } = this;
    const ofPeople = [...organisationProjections, ...companyProjections, quotaVersions];
    const position = await readModels.reach([...dealFigureProjections, ...activityProjections, ...ofPeople], at.after);
    const company = await companyKnownAt(readModels, settings, at.knownAt);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    expectThere(organisation, holder, at);
    const bounds = boundsOf(period, company);
    const quotas = await quotasAt(readModels, settings, at, bounds.days);
    const members = repsOf(organisation, holder);
    return readAnswer(at, position, {
      period: formatPeriod(period),
      attainments: attainments({
        ...{ period, company, now: millisecondsOf(at.asOf), currency: settings.currency },
        reached: await this.reached(members, bounds, at),
        quotaIn: (measure, each) => holderQuota(quotas[measure].in(each, company.calendar), organisation, holder),
      }),
    });
  }

  /** By all of the members together: a deal that several of them share is one. */
  private async reached(members: readonly string[], { days, instants }: PeriodBounds, at: ReadAt): Promise<Reached> {
    const totals = await activityTotals(this.readModels, at, instants);
    const ofMembers = new Set(members);
    const activities = totals.reduce((sum, { repId, count }) => sum + (ofMembers.has(repId) ? count : 0), 0);
    const won = (await this.figures.at(at)).won(days).where({ ownerId: members });
    const [sum] = won.sum([]);
    return { amount: sum?.amount ?? 0, deals: sum?.deals ?? 0, activities };
  }
}
