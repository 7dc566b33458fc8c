import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { ReportSaved, SavedReportEvent } from './saved-report.events.js';

/** `sent`: by recipient, the day on which what was sent last began. */
export type SavedReport = ReportSaved['data'] &
  Readonly<{ savedAt: Instant; isDiscarded: boolean; sent: Readonly<Record<string, string>> }>;

export const savedReportDecider: Decider<SavedReport | null, SavedReportEvent> = {
  category: 'saved-report',
  types: {
    ReportSaved: 'report-saved.v1',
    ReportDiscarded: 'report-discarded.v1',
    ReportSent: 'report-sent.v1',
  },
  initial: null,
  evolve: (saved, event, at) => {
    if (event.type === 'ReportSaved') {
      return { ...event.data, savedAt: at, isDiscarded: false, sent: saved?.sent ?? {} };
    }
    if (saved === null) throw new Error(`${event.type} before ReportSaved`);
    switch (event.type) {
      case 'ReportDiscarded':
        return { ...saved, isDiscarded: true };
      case 'ReportSent': {
        const { recipientId, due } = event.data;
        return { ...saved, sent: { ...saved.sent, [recipientId]: due } };
      }
    }
  },
};
