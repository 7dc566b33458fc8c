import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Report, ReportRow } from '../api/reports.js';
import { DataTable } from '../shared/data-table.js';
import { Panel } from '../shared/panel.js';
import { Tile } from '../shared/tile.js';
import { Compared } from './compared-figure.js';
import { useFigures } from './use-figures.js';

type ReportFiguresProps = Readonly<{
  report: Report;
  rows: readonly ReportRow[];
  nameOf: (group: string | null) => string;
  /** What the tables are of: the period, or all time. */
  period: string;
  /** Shows the deals behind one row; undefined: behind all of them. */
  show: (row: ReportRow | undefined) => void;
}>;

const COLUMN_PX = 150;

/** The totals, each deal once, and each group with its figures, beside those of other periods. */
export const ReportFigures = ({ report, rows, nameOf, period, show }: ReportFiguresProps) => {
  const { t } = useTranslation('report');
  const { say } = useFigures();
  const { measures, total } = report;
  const name = t(`name.${report.report}`);
  const group = t(`groups.${report.group}`);
  return (
    <>
      <section className="tiles" aria-label={t('total', { report: name, period })}>
        {measures.map((measure) => (
          <Tile
            key={measure.name}
            label={t(`measure.${measure.name}`)}
            value={say(measure.kind, total.values[measure.name])}
            note={<Compared row={total} measure={measure} />}
          />
        ))}
      </section>
      <Panel
        title={t('table', { group, period })}
        tools={
          <Button size="compact-sm" variant="default" onClick={() => show(undefined)}>
            {t('deals.show')}
          </Button>
        }
      >
        <DataTable<ReportRow>
          label={t('table', { group, period })}
          rows={rows}
          keyOf={(row) => row.group ?? ''}
          minWidth={COLUMN_PX * (measures.length + 1)}
          columns={[
            {
              head: group,
              cell: (row) => (
                <button type="button" className="report-group" onClick={() => show(row)}>
                  {nameOf(row.group)}
                </button>
              ),
            },
            ...measures.map((measure) => ({
              head: t(`measure.${measure.name}`),
              figure: true,
              cell: (row: ReportRow) => (
                <div className="report-figure">
                  {say(measure.kind, row.values[measure.name])}
                  <Compared row={row} measure={measure} />
                </div>
              ),
            })),
          ]}
        />
      </Panel>
    </>
  );
};
