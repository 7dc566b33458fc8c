import type { ProblemMap } from '#http/problem.js';
import type { RetryDeliveryRefusal } from './domain/retry-delivery.js';

export const retryDeliveryProblems: ProblemMap<RetryDeliveryRefusal> = {
  DeliveryNotFailed: { status: 409, title: 'The delivery has not failed' },
};
