/** From `from` on, before `to`; null: no bound. */
export type Bounded<T> = Readonly<{ from: T | null; to: T | null }>;

/** Whether the value is within the bounds: numbers, or texts whose order is that of time. */
export const isWithin = <T extends number | string>({ from, to }: Bounded<T>, value: T): boolean =>
  (from === null || from <= value) && (to === null || value < to);
