import { Controller, Get, Inject, Query } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DocumentedRead } from '#http/documented.js';
import { CurrencyCode, ListQuery } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { exchangeRateVersions } from './exchange-rate-versions.projection.js';

class ExchangeRatesQuery extends ListQuery {
  @CurrencyCode({ optional: true })
  currency?: string;
}

@Controller('exchange-rates')
export class ExchangeRatesController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @DocumentedRead({
    tag: 'company',
    summary: "Exchange rates into the company's currency, a currency an item, as they were set by then",
  })
  async listExchangeRates(@Query() query: ExchangeRatesQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([exchangeRateVersions], at.after);
    const page = await listVersions(this.store, exchangeRateVersions.documents, {
      at,
      range: { index: 'byId' },
      matches: ({ currency, base }) =>
        base === this.settings.currency && (query.currency === undefined || query.currency === currency),
      page: query,
    });
    const items = page.items.map(({ id, revision, state: { currency, base, rates } }) => ({
      ...{ id, revision: String(revision), currency, base, rates },
    }));
    return readAnswer(at, position, { items, next: page.next });
  }
}
