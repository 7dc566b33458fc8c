import type { DynamicModule, Type } from '@nestjs/common';
import { ActivitiesModule } from '#activities/activities.module.js';
import { CompanyModule } from '#company/company.module.js';
import { CustomersModule } from '#customers/customers.module.js';
import { DealsModule } from '#deals/deals.module.js';
import { DemoModule } from '#demo/demo.module.js';
import { ForecastMethodsModule } from '#forecast-methods/forecast-methods.module.js';
import { ForecastingModule } from '#forecasting/forecasting.module.js';
import { HistoryModule } from '#history/history.module.js';
import { InterchangeModule } from '#interchange/interchange.module.js';
import { LeadsModule } from '#leads/leads.module.js';
import { NotificationsModule } from '#notifications/notifications.module.js';
import { PeopleModule } from '#people/people.module.js';
import { ProductsModule } from '#products/products.module.js';
import { ReplaysModule } from '#replays/replays.module.js';
import { ReportsModule } from '#reports/reports.module.js';
import { SalesProcessModule } from '#sales-process/sales-process.module.js';
import { UpkeepModule } from '#upkeep/upkeep.module.js';
import { projections } from './catalogue.js';
import { heritages } from './heritages.js';

/** The HTTP side of every capability. */
export const capabilityModules: readonly (Type | DynamicModule)[] = [
  CompanyModule,
  SalesProcessModule,
  PeopleModule.with(heritages),
  ProductsModule,
  CustomersModule,
  LeadsModule,
  DealsModule,
  ActivitiesModule,
  ForecastingModule,
  ForecastMethodsModule,
  NotificationsModule,
  ReportsModule,
  HistoryModule,
  InterchangeModule,
  ReplaysModule.with(projections),
  UpkeepModule.with(projections),
  DemoModule,
];
