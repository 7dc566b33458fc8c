import { type Outcome, reject } from '#kernel/outcome.js';
import type { GenerationEvent } from './projection-care.events.js';

export type GenerationOrdered = 'rebuild' | 'rollback';

export type OrderGeneration = Readonly<{
  projection: string;
  order: GenerationOrdered;
  /** How it stands with the read model; null: there is none of this name. */
  standing: Readonly<{ isBuilding: boolean; isKept: boolean }> | null;
}>;

export type OrderGenerationRefusal = 'UnknownProjection' | 'AlreadyBuilding' | 'NothingKept';

export const orderGeneration = ({
  projection,
  order,
  standing,
}: OrderGeneration): Outcome<GenerationEvent, OrderGenerationRefusal> => {
  if (standing === null) return reject('UnknownProjection', `There is no read model ${projection}`);
  if (standing.isBuilding) return reject('AlreadyBuilding', `A generation of ${projection} is being built already`);
  if (order === 'rebuild') return [{ type: 'ProjectionRebuildOrdered', data: { projection } }];
  if (!standing.isKept) return reject('NothingKept', `No earlier generation of ${projection} is kept`);
  return [{ type: 'ProjectionRollbackOrdered', data: { projection } }];
};
