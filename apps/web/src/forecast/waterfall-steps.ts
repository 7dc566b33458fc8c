/** Which way a step goes; start and end stand by themselves. */
export const STEPS = {
  start: 0,
  created: 1,
  reopened: 1,
  transferredIn: 1,
  pulledIn: 1,
  increased: 1,
  decreased: -1,
  pushedOut: -1,
  transferredOut: -1,
  won: -1,
  lost: -1,
  end: 0,
} as const;
export type Step = keyof typeof STEPS;

/** In the order in which they lead from the one to the other. */
export const ORDER = Object.keys(STEPS) as Step[];
