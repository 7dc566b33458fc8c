import type { DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';

/** `price` is the list price of one unit. */
export type Model = Readonly<{ id: string; name: string; price: Money }>;

/** A whole product. One without models has no list price. */
export type ProductDescription = Readonly<{ productId: string; name: string; models: readonly Model[] }>;

export type ProductAdded = DomainEvent<'ProductAdded', ProductDescription>;

/** The product as it is from here on, whole. Deals keep the prices that they were offered at. */
export type ProductRevised = DomainEvent<'ProductRevised', ProductDescription>;

export type ProductEvent = ProductAdded | ProductRevised;
