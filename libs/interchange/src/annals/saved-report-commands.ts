import type { Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { isId } from '#kernel/ids.js';
import { formatPeriod, parsePeriod } from '#kernel/period.js';
import {
  definitionProblems,
  savedReportFields as fields,
  type ReportSchedule,
  type SavedDefinition,
  type SavedReport,
  type SavedReportEvent,
  savedReportDecisions,
} from '#reports/reports.contract.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import type { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { changeRow } from './change-row.js';
import { type Details, isObject } from './details.js';

const EVENTS = ['saved', 'discarded', 'sent'] as const;

/** A row of saved_reports.csv: a report was saved (anew), discarded, or sent to somebody. */
export const savedReportCommands = (row: Row, { runner, actor }: Mapping): Mapped<SavedReport, SavedReportEvent> =>
  changeRow<SavedReport, SavedReportEvent>(row, 'report_id', (cells, details) => {
    cells.required('event');
    switch (cells.oneOf('event', EVENTS)) {
      case 'saved': {
        const [name, ownerId] = [cells.required('name'), cells.id('owner_id') ?? actor.id];
        const [definition, schedule] = [definitionIn(cells, details), scheduleIn(cells, details)];
        if (definition === null) return null;
        return savedReportDecisions.save(runner, { name, ownerId, definition, schedule }, actor);
      }
      case 'discarded':
        return savedReportDecisions.discard(actor);
      case 'sent':
        return sentIn(cells, actor);
      case null:
        return null;
    }
  });

/** Null: something is wrong, as is noted. */
const definitionIn = (cells: Cells, details: Details): SavedDefinition | null => {
  cells.required('report');
  const report = cells.oneOf('report', fields.reports);
  const text = cells.text('period');
  const period = text === null ? null : parsePeriod(text);
  if (text !== null && period === null) cells.wrong('period', 'NoPeriod', { found: cells.shown('period') });
  const relative = cells.oneOf('relative', fields.relatives);
  const group = cells.oneOf('group', fields.groups);
  const second = cells.oneOf('second', fields.seconds);
  const asked = cells.oneOf('compare', [...fields.comparisons, 'both'] as const);
  const compare = fields.comparisons.filter((each) => asked === each || asked === 'both');
  const filter = details.get('filter') ?? {};
  if (!isObject(filter)) cells.wrong('details', 'DetailIsNo', { key: 'filter', shape: 'object of texts' });
  if (report === null || !isObject(filter)) return null;
  const definition = {
    ...{ report, period: period && formatPeriod(period), relative, group, ...(second && { second }) },
    ...{ filter: filter as Readonly<Record<string, string>>, compare },
  };
  for (const { path, message } of definitionProblems(definition)) {
    const isFilter = path.startsWith('filter.');
    cells.wrong(isFilter ? 'details' : path, 'ReportInvalid', { message: isFilter ? `${path} ${message}` : message });
  }
  return definition;
};

/** Null: it is not sent, or something is wrong, as is noted. */
const scheduleIn = (cells: Cells, details: Details): ReportSchedule | null => {
  const every = cells.oneOf('every', fields.rhythms);
  const format = cells.oneOf('format', fields.formats);
  if (every === null && format === null) return null;
  for (const column of ['every', 'format']) cells.required(column);
  const recipients = details.get('recipients');
  if (!Array.isArray(recipients) || !recipients.every(isId))
    cells.wrong('details', 'DetailIsNo', { key: 'recipients', shape: 'list of ids' });
  else if (every !== null && format !== null) return { every, format, recipients };
  return null;
};

const sentIn = (cells: Cells, actor: Actor): Decision<SavedReport | null, SavedReportEvent, string> | null => {
  const recipientId = cells.requiredId('recipient_id');
  cells.required('due');
  const due = cells.date('due');
  return due === null ? null : savedReportDecisions.send(recipientId, due, actor);
};
