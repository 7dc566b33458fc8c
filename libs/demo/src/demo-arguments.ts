import type { CalendarDate } from '#kernel/instant.js';

/** What an organisation is made from: the same arguments make the same one. */
export type DemoArguments = Readonly<{
  seed: number;
  /** Sales reps, over the whole time; their managers come on top. */
  reps: number;
  deals: number;
  months: number;
  /** The history ends as this day begins, UTC. */
  until: CalendarDate;
  currency: string;
}>;

/** A demo that is made without a choice. */
export const DEMO_DEFAULTS = { reps: 12, deals: 600, months: 18, seed: 1 } as const;

/** Stands in every event of a demo as its client, and tells one demo from another. */
export const demoName = ({ seed, reps, deals, months, until, currency }: DemoArguments): string =>
  `demo seed=${seed} reps=${reps} deals=${deals} months=${months} until=${until} currency=${currency}`;

/** The day until which the demo of that name goes; null when it is no demo's. */
export const untilOf = (name: string): CalendarDate | null => /^demo .* until=(\S+) /.exec(name)?.[1] ?? null;
