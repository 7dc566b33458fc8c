import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import {
  type DealFigures,
  type DealSelection,
  type DealsAt,
  dealFigureProjections,
  type SpanView,
} from '#deals/deal-figures/deal-figures.contract.js';
import {
  boundsOf,
  type DealDimension,
  type DealGroupFilter,
  filterGroupings,
  groupProjections,
} from '#forecasting/deal-groups.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import type { Basis } from '../domain/measures.js';
import { asGroup, type GroupOf, groupOf, isOfLines, type ReportGroup } from './report-groups.js';

export type ReportReads = Readonly<{ readModels: ReadModels; figures: DealFigures; settings: Settings }>;

/** Which deals a report counts and how it tells them apart. `period` null: all time. */
export type Asked = Readonly<{
  bases: readonly Basis[];
  period: Period | null;
  group: ReportGroup;
  filter: DealGroupFilter;
}>;

/** Told of each deal, or of each of its lines where these count alone, with its group. */
type Visit = (basis: Basis, group: string | null, deal: SpanView) => void;

const ALL = { from: null, to: null };

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
    return readModels.reach(all, this.at.after);
  }

  company(): Promise<CompanyCalendar> {
    return companyKnownAt(this.from.readModels, this.from.settings, this.at.knownAt);
  }

  /**
   * Visits what the report is made of, in no particular order.
   * @throws ProblemException (400) for a period that the company's calendar does not have
   */
  async visit({ bases, period, group, filter }: Asked, visit: Visit): Promise<void> {
    const { readModels, figures } = this.from;
    const { at } = this;
    const company = await this.company();
    const { days, milliseconds } = boundsOf(period, company);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    const grouped = await groupOf(group, { readModels, organisation, company, at });
    const filters = (await filterGroupings(filter, organisation, readModels, at)).map(asGroup);
    const byLine = [group, ...(Object.keys(filter) as DealDimension[])].some(isOfLines);
    const end = milliseconds.to === null ? at.asOf : instantOf(Math.min(millisecondsOf(at.asOf), milliseconds.to - 1));
    // What is selected must be visited before anything else is awaited.
    const open = bases.includes('open') ? await figures.at({ ...at, asOf: end }) : null;
    if (open !== null) visitEach(open.open(), 'open', grouped(open), filters, byLine, visit);
    const deals = await figures.at(at);
    const name = grouped(deals);

    const isCreated = ({ openedAt }: SpanView): boolean =>
      (milliseconds.from === null || openedAt >= milliseconds.from) &&
      (milliseconds.to === null || openedAt < milliseconds.to);
    for (const basis of bases) {
      for (const each of selectionOf(deals, basis, days, milliseconds)) {
        visitEach(each, basis, name, filters, byLine, (of, group, deal) => {
          if (of !== 'created' || isCreated(deal)) visit(of, group, deal);
        });
      }
    }
  }
}

const selectionOf = (
  deals: DealsAt,
  basis: Basis,
  days: Parameters<DealsAt['won']>[0],
  milliseconds: Parameters<DealsAt['lost']>[0],
): readonly DealSelection[] => {
  switch (basis) {
    case 'won':
      return [deals.won(days)];
    case 'lost':
      return [deals.lost(milliseconds)];
    case 'created':
      return [deals.open(), deals.won(ALL), deals.lost(ALL)];
    case 'open':
      return [];
  }
};

const visitEach = (
  selection: DealSelection,
  basis: Basis,
  name: GroupOf,
  filters: readonly GroupOf[],
  byLine: boolean,
  visit: Visit,
): void => {
  const visitOne = (deal: SpanView): void => {
    if (filters.some((filter) => filter(deal, basis) === undefined)) return;
    const group = name(deal, basis);
    if (group !== undefined) visit(basis, group, deal);
  };
  selection.each((deal) => {
    const lines = byLine ? deal.lines : [];
    if (lines.length === 0) return visitOne(deal);
    for (const line of lines) {
      deal.line = line;
      visitOne(deal);
    }
    deal.line = null;
  });
};
