import { Controller, Get, Inject, Query } from '@nestjs/common';
import { customerContact, customerContactProjections } from '#activities/activity-log/customer-contact.contract.js';
import { companyMoneyAt, companyMoneyProjections } from '#company/exchange-rates/company-money.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { customerDealProjections, customerDeals, type DealSum } from '#deals/deal-history/customer-deals.contract.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, ReadQuery, Text } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { type ReadAt, readAtOf } from '#http/read-at.js';
import type { Money } from '#kernel/money.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { stateAt, type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { searchCustomers } from '../customer-search/search-customers.js';
import type { Customer } from '../domain/customer.state.js';
import { type CustomerFilter, customerRange, meets } from './customer-list.js';
import { customerVersions } from './customer-versions.projection.js';
import { withMerged } from './merged-customers.contract.js';
import { ownersOverTime } from './owners-over-time.js';

const SOUGHT =
  'Words that are in the name, or in the name, e-mail or phone of a contact (`foundIn`); case and accents do not count. Names that begin so come first';

class CustomersQuery extends ListQuery {
  @Id({ optional: true })
  ownerId?: string;

  @Text({ optional: true })
  industry?: string;

  @Text({ optional: true })
  region?: string;

  @Text({ optional: true, description: SOUGHT })
  q?: string;
}

/** The read models behind the view of one customer. */
const wholeView = [
  customerVersions,
  ...customerDealProjections,
  ...companyMoneyProjections,
  ...customerContactProjections,
];

@Controller('customers')
export class CustomerVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'customers', summary: 'Customers as they stood' })
  async listCustomers(@Query() query: CustomersQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([customerVersions], at.after);
    const { q, ownerId, industry, region, limit, cursor } = query;
    const filter = {
      ...(ownerId !== undefined && { ownerId }),
      ...(industry !== undefined && { industry }),
      ...(region !== undefined && { region }),
    };
    const page = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
    const { items, next } = await (q === undefined
      ? this.list(at, filter, page)
      : searchCustomers(this.readModels, { at, filter, q, page }));
    return readAnswer(at, position, {
      items: items.map(({ id, foundIn, ...version }) => ({ id, ...profileOf(version), foundIn })),
      next,
    });
  }

  @Get(':id')
  @DocumentedRead({
    tag: 'customers',
    summary: 'All about a customer as they stood: profile, contacts, owners until then, deals, last and next contact',
  })
  async getCustomer(@IdParam() id: string, @Query() query: ReadQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach(wholeView, at.after);
    const entry = await this.store.collection(customerVersions.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (!entry || version === null) throw notFound(`There is no customer ${id} as of ${at.asOf}`);
    const money = await companyMoneyAt(this.readModels, this.settings, at);
    const [, ...merged] = await withMerged(this.store, id, at);
    const [deals, contact, others] = await Promise.all([
      customerDeals(this.store, [id, ...merged], money, at),
      customerContact(this.store, [id, ...merged], at),
      this.store.collection(customerVersions.documents).getMany(merged),
    ]);
    return readAnswer(at, position, {
      id,
      ...profileOf(version),
      mergedInto: version.state.mergedInto ?? null,
      merged,
      contacts: [
        ...version.state.contacts,
        ...merged.flatMap((from) => {
          const { contacts = [] } = stateAt(others.get(from)?.doc, at.asOf, at.knownAt) ?? {};
          return contacts.map((contact) => ({ ...contact, customerId: from }));
        }),
      ],
      owners: ownersOverTime(entry.doc, at),
      deals: { open: this.shown(deals.Open), won: this.shown(deals.Won), lost: this.shown(deals.Lost) },
      ...contact,
    });
  }

  private async list(at: ReadAt, filter: CustomerFilter, page: Readonly<{ limit?: number; cursor?: string }>) {
    const range = customerRange(filter);
    const matches = meets(filter);
    const { items, next } = await listVersions(this.store, customerVersions.documents, { at, range, matches, page });
    return { items: items.map((item) => ({ ...item, foundIn: null })), next };
  }

  private shown({ deals, amount }: DealSum): Readonly<{ deals: number; amount: Money }> {
    return { deals, amount: { amount, currency: this.settings.currency } };
  }
}

const profileOf = ({ revision, state: { name, ownerId, industry, region, source } }: Version<Customer>) => ({
  revision: String(revision),
  name,
  ownerId,
  industry,
  region,
  source,
});
