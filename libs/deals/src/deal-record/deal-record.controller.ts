import { Controller, Get, Inject, Query } from '@nestjs/common';
import { companyMoneyAt, companyMoneyProjections } from '#company/exchange-rates/company-money.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { dealAt, dealHistory, spansOf } from '../deal-history/deal-history.projection.js';
import { viewOf } from './deal-view.js';

const READ_FROM = [dealHistory, ...companyMoneyProjections];

/** One deal: its state at any instant on both time axes, and all its spans. */
@Controller('deals/:id')
export class DealRecordController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'deals', summary: 'A deal as it stood' })
  async getDeal(@IdParam() id: string, @Query() query: ReadQuery) {
    const { asOf, knownAt, after } = readAtOf(query);
    const position = await this.readModels.reach(READ_FROM, after);
    const history = (await this.store.collection(dealHistory.documents).get(id))?.doc;
    const version = history && dealAt(history, asOf, knownAt);
    if (!version) throw notFound(`There is no deal ${id} as of ${asOf}`);
    return {
      asOf,
      knownAt,
      position: String(position),
      ...viewOf(version, await companyMoneyAt(this.readModels, this.settings, { asOf, knownAt })),
    };
  }

  @Get('history')
  @DocumentedRead({ tag: 'deals', summary: 'Every span of a deal, on both time axes' })
  async getHistory(@IdParam() id: string, @Query() query: ReadQuery) {
    const { asOf, knownAt, after } = readAtOf(query);
    const position = await this.readModels.reach(READ_FROM, after);
    const history = (await this.store.collection(dealHistory.documents).get(id))?.doc;
    const spans = (history ? spansOf(history) : []).filter(
      ({ validFrom, knownFrom }) => validFrom <= millisecondsOf(asOf) && knownFrom <= millisecondsOf(knownAt),
    );
    if (spans.length === 0) throw notFound(`There is no deal ${id} as of ${asOf}`);
    const money = await companyMoneyAt(this.readModels, this.settings, { asOf, knownAt });
    const items = spans.map(({ validFrom, validTo, knownFrom, knownTo, state }) => ({
      ...{ validFrom: instantOf(validFrom), validTo: endOf(validTo) },
      ...{ knownFrom: instantOf(knownFrom), knownTo: endOf(knownTo) },
      ...viewOf(state, money),
    }));
    return { asOf, knownAt, position: String(position), id, items, next: null };
  }
}

const endOf = (milliseconds: number | null): Instant | null => (milliseconds === null ? null : instantOf(milliseconds));
