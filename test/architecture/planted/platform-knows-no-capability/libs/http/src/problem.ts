import type { DealId } from '#deals/deals.contract.js';

export const problemOf = (id: DealId) => id;
