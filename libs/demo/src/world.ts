import type { Calendar } from './calendar.js';
import type { CatalogueProduct } from './catalogue.js';
import type { Customers } from './customers.js';
import type { DemoArguments } from './demo-arguments.js';
import type { Organisation } from './organisation.js';

/** All that deals happen in. */
export type DemoWorld = Readonly<{
  demo: DemoArguments;
  calendar: Calendar;
  organisation: Organisation;
  customers: Customers;
  products: readonly CatalogueProduct[];
  timeZone: string;
}>;
