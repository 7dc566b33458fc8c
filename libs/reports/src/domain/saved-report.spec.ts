import { describe, expect, it } from 'vitest';
import { discardReport } from './discard-report.js';
import { saveReport } from './save-report.js';
import type { ReportSaved, SavedReportEvent } from './saved-report.events.js';
import { type SavedReport, savedReportDecider } from './saved-report.state.js';
import { dueOn, recipientsDue, sendReport } from './send-report.js';

const data: ReportSaved['data'] = {
  ...{ reportId: 'r', name: 'Win rates', ownerId: 'mia' },
  definition: { report: 'win-rate', period: null, relative: 'lastMonth', group: null, filter: {}, compare: [] },
  schedule: { every: 'week', format: 'csv', recipients: ['mia', 'ann'] },
};
const saved: SavedReportEvent = { type: 'ReportSaved', data };
const after = (...events: readonly SavedReportEvent[]): SavedReport =>
  events.reduce<SavedReport | null>(
    (state, event) => savedReportDecider.evolve(state, event, '2017-03-01T10:00:00.000Z'),
    null,
  ) as SavedReport;

describe('a saved report', () => {
  it('is saved, and saved anew, for whom it belongs to', () => {
    expect(saveReport(data, null, [])).toEqual([saved]);
    const changed = { ...data, name: 'Rates', ownerId: 'admin' };
    expect(saveReport(changed, after(saved), [])).toEqual([
      { type: 'ReportSaved', data: { ...changed, ownerId: 'mia' } },
    ]);
    expect(saveReport(data, after(saved), [])).toEqual([]);
  });

  it('goes to nobody unknown', () => {
    expect(saveReport(data, null, ['ann'])).toMatchObject({ rejected: 'RecipientUnknown' });
  });

  it('is discarded once, and can be saved again', () => {
    const discarded: SavedReportEvent = { type: 'ReportDiscarded', data: { reportId: 'r' } };
    expect(discardReport(after(saved))).toEqual([discarded]);
    expect(discardReport(after(saved, discarded))).toEqual([]);
    expect(saveReport(data, after(saved, discarded), [])).toEqual([saved]);
  });
});

describe('a schedule', () => {
  it('begins each day, each Monday, or on the first of each month', () => {
    expect(['day', 'week', 'month'].map((every) => dueOn(every as 'day', '2017-03-02'))).toEqual([
      ...['2017-03-02', '2017-02-27', '2017-03-01'],
    ]);
    expect(dueOn('week', '2017-03-05')).toBe('2017-02-27');
    expect(dueOn('week', '2017-03-06')).toBe('2017-03-06');
  });

  it('sends to each recipient once, from the first week after it was saved on', () => {
    const [before, report] = ['2017-03-01', after(saved)];
    expect(recipientsDue(report, before, '2017-03-05')).toEqual([]);
    expect(recipientsDue(report, before, '2017-03-06')).toEqual(['mia', 'ann']);
    const [sent] = sendReport('mia', '2017-03-06', report);
    const half = after(saved, sent as SavedReportEvent);
    expect(recipientsDue(half, before, '2017-03-07')).toEqual(['ann']);
    expect(sendReport('mia', '2017-03-06', half)).toEqual([]);
    expect(recipientsDue(half, before, '2017-03-13')).toEqual(['mia', 'ann']);
  });
});
