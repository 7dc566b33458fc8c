import type { Instant } from '#kernel/instant.js';
import { scanAll } from '#projections/scan-all.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Deal } from '../domain/deal.state.js';
import { dealHistory } from './deal-history.projection.js';

/** The read models that `dealPasts` reads. */
export const dealPastProjections = [dealHistory];

/** What a deal was from an instant on, until the next state. Amounts are in minor units. */
export type DealPastState = Readonly<{ from: Instant }> &
  Pick<
    Deal,
    | 'stage'
    | 'status'
    | 'ownerId'
    | 'forecastCategory'
    | 'amount'
    | 'lines'
    | 'expectedCloseOn'
    | 'signedOn'
    | 'openedAt'
  >;

/** All that a deal went through until an instant, in the order in which it was true. */
export type DealPast = Readonly<{
  dealId: string;
  processId: string;
  customerId: string;
  states: readonly DealPastState[];
}>;

/**
 * The past of every deal that existed at `asOf`, by what was recorded by `knownAt`: nothing that came later, or became
 * known later, is in it. It costs by the length of history: for who learns from it, not for a page.
 */
export async function* dealPasts(
  store: ReadStore,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): AsyncGenerator<DealPast> {
  for await (const { doc } of scanAll(store.collection(dealHistory.documents), { index: 'byId' })) {
    const states = doc.spans
      .filter(
        ({ validFrom, knownFrom, knownTo }) =>
          validFrom <= asOf && knownFrom <= knownAt && (knownTo === null || knownAt < knownTo),
      )
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))
      .map(({ validFrom, state: { deal } }) => ({ ...deal, from: validFrom }));
    const { dealId, processId, customerId } = doc;
    if (states.length > 0) yield { dealId, processId, customerId, states };
  }
}
