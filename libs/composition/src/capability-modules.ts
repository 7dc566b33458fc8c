import type { Type } from '@nestjs/common';
import { ActivitiesModule } from '#activities/activities.module.js';
import { CustomersModule } from '#customers/customers.module.js';
import { DealsModule } from '#deals/deals.module.js';
import { PeopleModule } from '#people/people.module.js';
import { ProductsModule } from '#products/products.module.js';
import { SalesProcessModule } from '#sales-process/sales-process.module.js';

/** The HTTP side of every capability. */
export const capabilityModules: readonly Type[] = [
  SalesProcessModule,
  PeopleModule,
  ProductsModule,
  CustomersModule,
  DealsModule,
  ActivitiesModule,
];
