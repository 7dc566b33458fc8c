export type Cents = number;
export const add = (a: Cents, b: Cents): Cents => a + b;
export const subtract = (a: Cents, b: Cents): Cents => a - b;
