/** A business rule said no. `rejected` names the rule; `detail` is one sentence for a person. */
export type Rejected<C extends string = string> = Readonly<{ rejected: C; detail: string }>;

/** What a decision yields: the events to append (none: nothing to do) or the rule that refused. */
export type Outcome<E, C extends string = never> = readonly E[] | Rejected<C>;

export const reject = <C extends string>(rejected: C, detail: string): Rejected<C> => ({ rejected, detail });

export const isRejected = <T, C extends string>(outcome: T | Rejected<C>): outcome is Rejected<C> =>
  typeof outcome === 'object' && outcome !== null && 'rejected' in outcome;
