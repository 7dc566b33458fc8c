import type { ReportDiscarded } from './saved-report.events.js';
import type { SavedReport } from './saved-report.state.js';

export const discardReport = ({ reportId, isDiscarded }: SavedReport): readonly ReportDiscarded[] =>
  isDiscarded ? [] : [{ type: 'ReportDiscarded', data: { reportId } }];
