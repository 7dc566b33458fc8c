import type { Range } from '#read-store/read-store.js';
import type { Lead, LeadStatus } from '../domain/lead.state.js';

export type LeadFilter = Readonly<{ status?: LeadStatus; ownerId?: string }>;

/** Finds by index the leads that meet the filter now. */
export const leadRange = ({ status, ownerId }: LeadFilter): Range => {
  const filter = { ...(ownerId !== undefined && { ownerId }) };
  if (status !== undefined) return { index: 'byStatus', equals: { status }, filter };
  return ownerId === undefined ? { index: 'byId' } : { index: 'byOwner', equals: { ownerId } };
};

/** Whether a lead meets the filter. */
export const meets =
  ({ status, ownerId }: LeadFilter) =>
  (lead: Lead): boolean =>
    (status === undefined || lead.status === status) && (ownerId === undefined || lead.ownerId === ownerId);
