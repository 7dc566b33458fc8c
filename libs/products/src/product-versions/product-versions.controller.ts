import { Controller, Get, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { VersionReads } from '#http/version-reads.js';
import type { Version } from '#projections/versions.js';
import type { Product } from '../domain/product.state.js';
import { productVersions } from './product-versions.projection.js';

@Controller('products')
export class ProductVersionsController {
  constructor(private readonly reads: VersionReads) {}

  @Get()
  @DocumentedRead({ tag: 'products', summary: 'All products as they stood' })
  listProducts(@Query() query: ListQuery) {
    return this.reads.list(productVersions, query, shown);
  }

  @Get(':id')
  @DocumentedRead({ tag: 'products', summary: 'A product as it stood' })
  getProduct(@IdParam() id: string, @Query() query: ReadQuery) {
    return this.reads.one(productVersions, id, query, shown);
  }
}

const shown = ({ revision, state: { id, name, models } }: Version<Product>) => ({
  id,
  revision: String(revision),
  name,
  models,
});
