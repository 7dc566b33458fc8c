import type { ProblemMap } from '#http/problem.js';
import type { OrderGenerationRefusal } from './domain/order-generation.js';
import type { OrderParkedKeyRefusal } from './domain/order-parked-key.js';

export const parkedKeyProblems: ProblemMap<OrderParkedKeyRefusal> = {
  NothingParked: { status: 404, title: 'Nothing of this key is parked' },
};

export const generationProblems: ProblemMap<OrderGenerationRefusal> = {
  UnknownProjection: { status: 404, title: 'There is no such read model' },
  AlreadyBuilding: { status: 409, title: 'A generation of the read model is being built' },
  NothingKept: { status: 409, title: 'No earlier generation of the read model is kept' },
};
