import { taskHeritage } from '#activities/task-heritage.contract.js';
import { customerHeritage } from '#customers/customer-heritage.contract.js';
import { dealHeritage } from '#deals/deal-heritage.contract.js';
import type { Heritage } from '#people/heritage.contract.js';

/** Every kind of record that a departing rep hands over. */
export const heritages: readonly Heritage[] = [customerHeritage, dealHeritage, taskHeritage];
