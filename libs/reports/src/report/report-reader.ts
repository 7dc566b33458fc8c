import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import {
  type DealFigures,
  type DealGroups,
  dealFigureProjections,
  type SpanView,
} from '#deals/deal-figures/deal-figures.contract.js';
import {
  boundsOf,
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
import { type Counted, countedDeals } from './counted-deals.js';
import { groupNameProjections, groupNames, type NameOf } from './group-names.js';
import { groupingIn, onlyInAny, type ReportGroup, type SecondGroup } from './report-groups.js';

export type ReportReads = Readonly<{ readModels: ReadModels; figures: DealFigures; settings: Settings }>;

/** Which deals a report counts and how it tells them apart. `period` null: all time; `second` null: by one group. */
export type Asked = Readonly<{
  bases: readonly Basis[];
  period: Period | null;
  group: ReportGroup;
  second: SecondGroup | null;
  filter: DealGroupFilter;
  /** Only what is in the group of this name, and in the second one; undefined: in any. */
  wanted?: readonly (string | null | undefined)[];
}>;

/** Deals of a basis by their groups, the names of which are first of all those that are asked for. */
export type CountedGroups = Readonly<{ basis: Basis; groups: DealGroups; count: (deal: SpanView) => Counted }>;

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
    return readModels.reach([...all, ...groupQuotaProjections, ...groupNameProjections], this.at.after);
  }

  company(): Promise<CompanyCalendar> {
    return companyKnownAt(this.from.readModels, this.from.settings, this.at.knownAt);
  }

  /** What the records are called that the groups are named by, as of the instant. */
  async names(group: ReportGroup): Promise<NameOf> {
    const { readModels } = this.from;
    const organisation = await organisationAt(readModels, this.at.asOf, this.at.knownAt);
    return groupNames(group, { readModels, organisation, at: this.at });
  }

  /** What reps or teams are to close in the period. */
  async quotas(asked: Pick<Asked, 'group' | 'filter' | 'period'>): Promise<GroupQuotas> {
    const { readModels, settings } = this.from;
    const organisation = await organisationAt(readModels, this.at.asOf, this.at.knownAt);
    return groupQuotasAt(readModels, settings, await this.company(), organisation, asked, this.at);
  }

  /**
   * Visits what the report is made of. Each is to be looked at at once.
   * @throws ProblemException (400) for a period that the company's calendar does not have
   */
  async visit(asked: Asked, visit: (counted: CountedGroups) => void): Promise<void> {
    const { bases, period, group, second, filter, wanted = [] } = asked;
    const { readModels, figures } = this.from;
    const { at } = this;
    const company = await this.company();
    const bounds = boundsOf(period, company);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    const groups = second === null ? [group] : [group, second];
    const reads = { readModels, organisation, company, at };
    const groupings = await Promise.all(groups.map((each) => groupingIn(each, reads)));
    const filters = await filterGroupings(filter, organisation, readModels, at);
    const now = millisecondsOf(at.asOf);
    const end = Math.min(now, (bounds.milliseconds.to ?? Number.POSITIVE_INFINITY) - 1);
    const atEnd = await figures.at({ ...at, asOf: instantOf(end) });
    const all = { atEnd, atNow: await figures.at(at), now, bounds, timeZone: company.timeZone };
    // From here on everything is visited before anything else is awaited.
    for (const { basis, of, deals, without, count } of countedDeals(bases, all)) {
      const named = groupings.map((grouping, place) => {
        const name = wanted[place];
        return name === undefined ? grouping(of, basis) : onlyInAny(grouping(of, basis), name);
      });
      visit({ basis, groups: deals.groups([...named, ...filters, ...without]), count });
    }
  }
}
