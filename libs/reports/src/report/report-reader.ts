import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import { type DealFigures, dealFigureProjections, type SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import {
  boundsOf,
  type DealDimension,
  type DealGroupFilter,
  filterGroupings,
  groupProjections,
} from '#forecasting/deal-groups.contract.js';
import {
  type GroupQuotas,
  groupQuotaProjections,
  groupQuotasAt,
} from '#forecasting/group-quotas/group-quotas.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import type { Basis } from '../domain/measures.js';
import { countedDeals } from './counted-deals.js';
import { asGroup, groupOf, isOfLines, isOfShares, type ReportGroup, type SecondGroup } from './report-groups.js';
import type { Part } from './report-sums.js';

export type ReportReads = Readonly<{ readModels: ReadModels; figures: DealFigures; settings: Settings }>;

/** Which deals a report counts and how it tells them apart. `period` null: all time; `second` null: by one group. */
export type Asked = Readonly<{
  bases: readonly Basis[];
  period: Period | null;
  group: ReportGroup;
  second: SecondGroup | null;
  filter: DealGroupFilter;
}>;

/** Told of each deal, or of each part of it where these count alone, with its group and the one within it, if asked for. */
type Visit = (basis: Basis, path: readonly (string | null)[], part: Part, deal: SpanView) => void;

export class ReportReader {
  constructor(
    private readonly from: ReportReads,
    private readonly at: ReadAt,
  ) {}

  /** The position that everything it reads has reached. */
  reach(): Promise<bigint> {
    const { readModels } = this.from;
    const ofGroups = groupProjections(['source']);
    const all = [...dealFigureProjections, ...organisationProjections, ...companyProjections, ...ofGroups];
    return readModels.reach([...all, ...groupQuotaProjections], this.at.after);
  }

  company(): Promise<CompanyCalendar> {
    return companyKnownAt(this.from.readModels, this.from.settings, this.at.knownAt);
  }

  /** What reps or teams are to close in the period. */
  async quotas(asked: Pick<Asked, 'group' | 'filter' | 'period'>): Promise<GroupQuotas> {
    const { readModels, settings } = this.from;
    const organisation = await organisationAt(readModels, this.at.asOf, this.at.knownAt);
    return groupQuotasAt(readModels, settings, await this.company(), organisation, asked, this.at);
  }

  /**
   * Visits what the report is made of, in no particular order but for the parts of a deal.
   * @throws ProblemException (400) for a period that the company's calendar does not have
   */
  async visit({ bases, period, group, second, filter }: Asked, visit: Visit): Promise<void> {
    const { readModels, figures } = this.from;
    const { at } = this;
    const company = await this.company();
    const bounds = boundsOf(period, company);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    const groups = second === null ? [group] : [group, second];
    const named = await Promise.all(groups.map((each) => groupOf(each, { readModels, organisation, company, at })));
    const filters = (await filterGroupings(filter, organisation, readModels, at)).map(asGroup);
    const dimensions = [...groups, ...(Object.keys(filter) as DealDimension[])];
    const apart = { byLine: dimensions.some(isOfLines), byShare: dimensions.some(isOfShares) };
    const now = millisecondsOf(at.asOf);
    const end = Math.min(now, (bounds.milliseconds.to ?? Number.POSITIVE_INFINITY) - 1);
    const atEnd = await figures.at({ ...at, asOf: instantOf(end) });
    const all = { atEnd, atNow: await figures.at(at), now, bounds, timeZone: company.timeZone };
    // From here on everything is visited before anything else is awaited.
    for (const { basis, of, deals, count } of countedDeals(bases, all)) {
      const names = named.map((name) => name(of));
      deals.eachPart(apart, (deal) => {
        const counted = count(deal);
        if (counted === null || filters.some((isOf) => isOf(deal, basis) === undefined)) return;
        const path = names.map((name) => name(deal, basis));
        if (path.includes(undefined)) return;
        const { row, line, amount, quantity } = deal;
        const { days, times } = counted;
        visit(basis, path as readonly (string | null)[], { row, line, amount, quantity, days, times }, deal);
      });
    }
  }
}
