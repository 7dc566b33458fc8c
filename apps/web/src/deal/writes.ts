import { answered, api, onceOnly } from '../api/client.js';
import type { Deal } from '../api/deals.js';
import type { Money } from '../shared/formats.js';

/** What a write of a deal is addressed to: refused as stale when the deal has another revision by then. */
export const seenAt = (id: string, revision: string) => ({
  path: { id },
  header: { ...onceOnly(), 'If-Match': `"${revision}"` },
});

type AtRevision = Readonly<{ revision: string }>;

/** Opens a deal again that was just closed, for the amount that it had before. */
export const undoClose = async (before: Deal, { revision }: AtRevision, signed: Money | null, reason: string) => {
  const { id, amount } = before;
  const reopened = await answered(
    api.POST('/api/deals/{id}/reopen', { params: seenAt(id, revision), body: { reason } }),
  );
  if (signed === null || signed.amount === amount.amount) return reopened;
  return answered(api.POST('/api/deals/{id}/amount', { params: seenAt(id, reopened.revision), body: { amount } }));
};

/** Closes a deal again that was just reopened, as it was closed before. */
export const undoReopen = (before: Deal, { revision }: AtRevision) => {
  const { id, status, signedOn, lostReason, competitor } = before;
  const params = seenAt(id, revision);
  return status === 'Won'
    ? answered(api.POST('/api/deals/{id}/win', { params, body: { ...(signedOn !== null && { signedOn }) } }))
    : answered(
        api.POST('/api/deals/{id}/lose', {
          params,
          body: { reason: lostReason ?? '', ...(competitor !== null && { competitor }) },
        }),
      );
};
