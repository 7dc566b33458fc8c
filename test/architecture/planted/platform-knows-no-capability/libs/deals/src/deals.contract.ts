export type DealId = string;
