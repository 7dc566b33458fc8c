import type { Recorded } from '#kernel/event.js';
import type { SavedReportEvent } from '#reports/reports.contract.js';
import type { CellValue } from './csv-writer.contract.js';
import { changeCells } from './exported-cells.js';

export const SAVED_REPORT_COLUMNS = [
  'report_id',
  'occurred_at',
  'event',
  'name',
  'owner_id',
  'report',
  'period',
  'relative',
  'group',
  'second',
  'compare',
  'every',
  'format',
  'recipient_id',
  'due',
  'actor_id',
  'details',
  'revision',
] as const;

type Cells = Partial<Record<(typeof SAVED_REPORT_COLUMNS)[number], CellValue>>;

/** A row of saved_reports.csv. */
export const exportedSavedReport = (event: Recorded<SavedReportEvent>): Cells => ({
  report_id: event.data.reportId,
  ...changeCells(event, cellsOf(event)),
});

const cellsOf = ({ type, data }: SavedReportEvent): Omit<Cells, 'details'> & { details?: Record<string, unknown> } => {
  switch (type) {
    case 'ReportSaved': {
      const { report, period, relative, group, second, filter, compare } = data.definition;
      return {
        ...{ event: 'saved', name: data.name, owner_id: data.ownerId, report, period, relative, group, second },
        compare: compare.length > 1 ? 'both' : compare[0],
        ...{ every: data.schedule?.every, format: data.schedule?.format },
        details: {
          ...(Object.keys(filter).length > 0 && { filter }),
          ...(data.schedule && { recipients: data.schedule.recipients }),
        },
      };
    }
    case 'ReportDiscarded':
      return { event: 'discarded' };
    case 'ReportSent':
      return { event: 'sent', recipient_id: data.recipientId, due: data.due };
  }
};
