import './report.css';
import './report.texts.js';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Behind,
  type InnerRow,
  REPORT_FORMATS,
  type Report,
  type ReportRow,
  report,
  reportFile,
} from '../api/reports.js';
import { useMayWrite } from '../api/session.js';
import { PageHead } from '../shared/page-head.js';
import { Failed, Loading, Note } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { ReportChart } from './report-chart.js';
import { isOrdered } from './report-choices.js';
import { ReportControls } from './report-controls.js';
import { ReportDeals } from './report-deals.js';
import { ReportFigures } from './report-figures.js';
import { useRowNames } from './row-name.js';
import { SaveButton } from './save-report.js';
import { SavedReports } from './saved-reports.js';
import { type ReportChoice, useReport } from './use-report.js';

/** Any report, of any period, by any group, beside other periods, down to its deals; as a file, saved, by mail. */
export const ReportsPage = () => {
  const { t } = useTranslation('report');
  const mayWrite = useMayWrite();
  const choice = useReport();
  const { data, error, isPending, refetch } = useQuery(report(choice.asked));
  return (
    <div className="page">
      <PageHead title={t('title')}>
        {REPORT_FORMATS.map((format) => (
          <Button key={format} component="a" href={reportFile(choice.asked, format)} download variant="default">
            {t(`file.${format}`)}
          </Button>
        ))}
        {mayWrite && <SaveButton choice={choice} />}
      </PageHead>
      <ReportControls choice={choice} shown={data} />
      <TimeBar />
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && !error && <Shown report={data} choice={choice} />}
      <SavedReports />
    </div>
  );
};

/** Age comes by its first day, periods by their names; whatever is in none comes last. */
const inOrder = ({ group: a }: ReportRow, { group: b }: ReportRow): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a.localeCompare(b, 'en', { numeric: true });

const Shown = ({ report: shown, choice }: Readonly<{ report: Report; choice: ReportChoice }>) => {
  const { t } = useTranslation('report');
  const { measure, behind, change } = choice;
  const rows = useMemo(() => (isOrdered(shown.group) ? [...shown.rows].sort(inOrder) : shown.rows), [shown]);
  const { nameOf, innerNameOf } = useRowNames(rows, shown.group, shown.second);
  const period = shown.period ?? t('allTime');
  const show = (row?: ReportRow, inner?: InnerRow) => {
    const of = { of: row?.group ?? undefined, ofSecond: inner?.second ?? undefined };
    const isAll = row === undefined || (shown.group === 'none' && inner === undefined);
    change({ ...of, deals: isAll ? 'all' : inner === undefined ? 'row' : 'within' });
  };
  const nameBehind = ({ of, ofSecond }: Behind): string | null => {
    if (of === undefined) return null;
    if (ofSecond === undefined) return nameOf(of);
    return t('pair', { outer: nameOf(of), inner: innerNameOf(ofSecond) });
  };
  const behindName = behind && nameBehind(behind);
  if (rows.length === 0) {
    return (
      <Note icon="report" title={t('nothing')}>
        {t('nothingHint')}
      </Note>
    );
  }
  return (
    <>
      <ReportChart
        {...{ report: shown, rows, nameOf, innerNameOf, period, measure, show }}
        choose={(next) => change({ measure: next })}
      />
      <ReportFigures {...{ report: shown, rows, nameOf, innerNameOf, period, show }} />
      {behind !== null && (
        <ReportDeals
          asked={choice.asked}
          behind={behind}
          title={behindName === null ? t('deals.allOf') : t('deals.of', { group: behindName })}
          close={() => change({ deals: undefined, of: undefined, ofSecond: undefined })}
        />
      )}
    </>
  );
};
