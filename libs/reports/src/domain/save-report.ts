import { type Outcome, reject } from '#kernel/outcome.js';
import type { ReportSaved } from './saved-report.events.js';
import type { SavedReport } from './saved-report.state.js';

export type SaveReportRefusal = 'RecipientUnknown';

/** `unknown`: recipients that there are not. The same once more changes nothing. */
export const saveReport = (
  data: ReportSaved['data'],
  saved: SavedReport | null,
  unknown: readonly string[],
): Outcome<ReportSaved, SaveReportRefusal> => {
  if (unknown.length > 0) return reject('RecipientUnknown', `There is no rep ${unknown.join(', ')}`);
  if (saved !== null && !saved.isDiscarded && isSame(data, saved)) return [];
  return [{ type: 'ReportSaved', data: { ...data, ownerId: saved?.ownerId ?? data.ownerId } }];
};

const isSame = (data: ReportSaved['data'], { name, definition, schedule }: SavedReport): boolean =>
  JSON.stringify([data.name, data.definition, data.schedule]) === JSON.stringify([name, definition, schedule]);
