import { describe, it } from 'vitest';
import { given } from '#testing/given.js';
import { orderParkedKey } from './order-parked-key.js';
import { projectionCareDecider } from './projection-care.state.js';

const about = { projection: 'deal-history', key: 'd1' };
const parked = { ...about, position: '7' };

describe('the care of a projection', () => {
  const care = given(projectionCareDecider);

  it('has a parked key tried again, as often as somebody likes', () => {
    const retried = { type: 'ParkedKeyRetried', data: parked } as const;
    care()
      .when(orderParkedKey, { ...about, order: 'retry', parkedAt: '7' })
      .then(retried);
    care(retried)
      .when(orderParkedKey, { ...about, order: 'retry', parkedAt: '7' })
      .then(retried);
  });

  it('has the event left out that could not be folded', () => {
    const released = { type: 'ParkedEventReleased', data: parked } as const;
    care()
      .when(orderParkedKey, { ...about, order: 'release', parkedAt: '7' })
      .then(released);
  });

  it('orders nothing about a key of which nothing is parked', () => {
    for (const order of ['retry', 'release'] as const) {
      care()
        .when(orderParkedKey, { ...about, order, parkedAt: null })
        .thenRejected('NothingParked');
    }
  });
});
