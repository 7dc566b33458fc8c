import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import { ReadModels } from '#projections/read-models.js';
import { type Versions, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Product } from '../domain/product.state.js';
import { productVersions } from './product-versions.projection.js';

const PAGE = 50;

@Controller('products')
export class ProductVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'products', summary: 'All products as they stood' })
  async listProducts(@Query() query: ListQuery): Promise<object> {
    const { asOf, knownAt, after } = readAtOf(query);
    const { limit = PAGE, cursor } = query;
    const position = await this.readModels.reach([productVersions], after);
    const page = await this.store
      .collection(productVersions.documents)
      .scan({ index: 'byId' }, { limit, ...(cursor !== undefined && { cursor }) });
    const items = page.entries.flatMap(({ doc }) => productAt(doc, asOf, knownAt) ?? []);
    return { asOf, knownAt, position: String(position), items, next: page.next };
  }

  @Get(':id')
  @DocumentedRead({ tag: 'products', summary: 'A product as it stood' })
  async getProduct(@IdParam() id: string, @Query() query: ReadQuery): Promise<object> {
    const { asOf, knownAt, after } = readAtOf(query);
    const position = await this.readModels.reach([productVersions], after);
    const entry = await this.store.collection(productVersions.documents).get(id);
    const product = productAt(entry?.doc, asOf, knownAt);
    if (product === null) throw notFound(`There is no product ${id} as of ${asOf}`);
    return { asOf, knownAt, position: String(position), ...product };
  }
}

const productAt = (doc: Versions<Product> | undefined, asOf: Instant, knownAt: Instant): object | null => {
  const version = versionAt(doc, asOf, knownAt);
  if (version === null) return null;
  const { id, name, models } = version.state;
  return { id, name, models, revision: String(version.revision) };
};
