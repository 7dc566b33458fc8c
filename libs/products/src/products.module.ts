import { Module } from '@nestjs/common';
import { AddProductController } from './add-product/add-product.controller.js';
import { AddProductHandler } from './add-product/add-product.handler.js';
import { ProductVersionsController } from './product-versions/product-versions.controller.js';
import { ReviseProductController } from './revise-product/revise-product.controller.js';
import { ReviseProductHandler } from './revise-product/revise-product.handler.js';

@Module({
  controllers: [AddProductController, ReviseProductController, ProductVersionsController],
  providers: [AddProductHandler, ReviseProductHandler],
})
export class ProductsModule {}
