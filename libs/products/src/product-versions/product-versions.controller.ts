import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Product } from '../domain/product.state.js';
import { productVersions } from './product-versions.projection.js';

@Controller('products')
export class ProductVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'products', summary: 'All products as they stood' })
  async listProducts(@Query() query: ListQuery): Promise<object> {
    const at = readAtOf(query);
    const position = await this.readModels.reach([productVersions], at.after);
    const page = await listVersions(this.store, productVersions.documents, {
      at,
      range: { index: 'byId' },
      matches: () => true,
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }

  @Get(':id')
  @DocumentedRead({ tag: 'products', summary: 'A product as it stood' })
  async getProduct(@IdParam() id: string, @Query() query: ReadQuery): Promise<object> {
    const at = readAtOf(query);
    const position = await this.readModels.reach([productVersions], at.after);
    const entry = await this.store.collection(productVersions.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (version === null) throw notFound(`There is no product ${id} as of ${at.asOf}`);
    return readAnswer(at, position, shown(version));
  }
}

const shown = ({ revision, state: { id, name, models } }: Version<Product>) => ({
  id,
  revision: String(revision),
  name,
  models,
});
