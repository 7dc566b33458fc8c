import { versionsOf } from '#projections/versions.js';
import { type Lead, leadDecider } from '../domain/lead.state.js';

/** Who each lead is, and was, and how far it has come. */
export const leadVersions = versionsOf(leadDecider, {
  name: 'lead-versions',
  version: 1,
  holdsPersonalData: true,
  columns: { status: 'text', ownerId: 'text', conversion: 'text' },
  indexes: { byStatus: ['status', 'id'], byOwner: ['ownerId', 'id'], byConversion: ['conversion'] },
  columnsOf: ({ status, ownerId, conversion }) => ({ status, ownerId, conversion: progressOf(conversion) }),
});

const progressOf = (conversion: Lead['conversion']): 'begun' | 'completed' | null => {
  if (conversion === null) return null;
  return conversion.completed ? 'completed' : 'begun';
};
