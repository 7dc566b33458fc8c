/**
 * The way from version 1 of an event's data to `D`, one step a version: `upcastFrom<V1>().next(toV2).next(toV3)`. Each
 * step takes what the one before it gives, or it does not compile.
 */
export type Upcast<D> = Readonly<{
  steps: readonly ((data: never) => unknown)[];
  next: <N>(step: (data: D) => N) => Upcast<N>;
}>;

export const upcastFrom = <V1>(): Upcast<V1> => after([]);

const after = <D>(steps: Upcast<D>['steps']): Upcast<D> => ({ steps, next: (step) => after([...steps, step]) });
