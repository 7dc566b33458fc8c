import type { Type } from '@nestjs/common';
import { DealsModule } from '#deals/deals.module.js';
import { PeopleModule } from '#people/people.module.js';
import { SalesProcessModule } from '#sales-process/sales-process.module.js';

/** The HTTP side of every capability. */
export const capabilityModules: readonly Type[] = [SalesProcessModule, PeopleModule, DealsModule];
