import type { Money } from '#kernel/money.js';

type Call = Readonly<{ amount: Money | null; note: string | null }>;

/** Whether two calls say the same: amount, currency and note. */
export const sameCall = (a: Call, b: Call): boolean =>
  a.amount?.amount === b.amount?.amount && a.amount?.currency === b.amount?.currency && a.note === b.note;
