import type { ProblemMap } from '#http/problem.js';
import type { OrderParkedKeyRefusal } from './domain/order-parked-key.js';

export const parkedKeyProblems: ProblemMap<OrderParkedKeyRefusal> = {
  NothingParked: { status: 404, title: 'Nothing of this key is parked' },
};
