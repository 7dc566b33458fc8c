/**
 * States of one record in the order in which they were arrived at: the latest as it is, each earlier one as what was
 * different before the next. So the latest is at hand, and a long history stays short.
 */
export type VersionChain<S extends object> = Readonly<{ latest: S; before: readonly Partial<S>[] }>;

/** The chain with one more state at its end. */
export const withVersion = <S extends object>(chain: VersionChain<S> | null, state: S): VersionChain<S> =>
  chain === null
    ? { latest: state, before: [] }
    : { latest: state, before: [...chain.before, differenceOf(chain.latest, state)] };

/** Every state, oldest first. */
export const statesOf = <S extends object>({ latest, before }: VersionChain<S>): readonly S[] => {
  const states = new Array<S>(before.length + 1);
  states[before.length] = latest;
  for (let at = before.length - 1; at >= 0; at -= 1) states[at] = { ...(states[at + 1] as S), ...before[at] };
  return states;
};

/** One of the states, by how many came before it. */
export const stateAt = <S extends object>({ latest, before }: VersionChain<S>, place: number): S =>
  Object.assign({}, latest, ...before.slice(place).reverse());

/** What of `earlier` is different in `later`. Both have the same properties. */
const differenceOf = <S extends object>(earlier: S, later: S): Partial<S> => {
  const difference: Partial<S> = {};
  for (const name of Object.keys(earlier) as (keyof S)[]) {
    if (!isSame(earlier[name], later[name])) difference[name] = earlier[name];
  }
  return difference;
};

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
