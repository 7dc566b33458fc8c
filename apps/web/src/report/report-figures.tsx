import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InnerRow, Measure, Report, ReportRow } from '../api/reports.js';
import { BehindButton } from '../shared/behind-button.js';
import { DataTable } from '../shared/data-table.js';
import { Panel } from '../shared/panel.js';
import { Tile } from '../shared/tile.js';
import { Compared } from './compared-figure.js';
import type { RowNameOf } from './row-name.js';
import { useFigures } from './use-figures.js';

type ReportFiguresProps = Readonly<{
  report: Report;
  rows: readonly ReportRow[];
  nameOf: RowNameOf;
  innerNameOf: RowNameOf;
  /** What the tables are of: the period, or all time. */
  period: string;
  /** Shows the deals behind a row, or behind one within it; behind all of them when none is given. */
  show: (row?: ReportRow, inner?: InnerRow) => void;
}>;

type Line = Readonly<{ outer: ReportRow; inner?: InnerRow }>;

const COLUMN_PX = 150;
const LINES_PER_PAGE = 30;

/** The totals, each deal once, and each group with its figures and those within it, beside those of other periods. */
export const ReportFigures = ({ report, rows, nameOf, innerNameOf, period, show }: ReportFiguresProps) => {
  const { t } = useTranslation('report');
  const { say } = useFigures();
  const { measures, total } = report;
  const group = t(`groups.${report.group}`);
  const title = t('table', { group, period });
  const lines = useMemo(
    () =>
      rows.flatMap((outer): readonly Line[] => [{ outer }, ...(outer.within ?? []).map((inner) => ({ outer, inner }))]),
    [rows],
  );
  return (
    <>
      <section className="tiles" aria-label={t('total', { report: t(`name.${report.report}`), period })}>
        {measures.map((measure) => (
          <Tile
            key={measure.name}
            label={t(`measure.${measure.name}`)}
            value={say(measure, total.values[measure.name])}
            note={<Compared row={total} measure={measure} />}
          />
        ))}
      </section>
      <Panel
        title={title}
        tools={
          <Button size="compact-sm" variant="default" onClick={() => show()}>
            {t('deals.show')}
          </Button>
        }
      >
        <DataTable<Line>
          label={title}
          rows={lines}
          keyOf={({ outer, inner }) => JSON.stringify([outer.group, inner?.second])}
          pageSize={LINES_PER_PAGE}
          minWidth={COLUMN_PX * (measures.length + 1)}
          columns={[
            {
              head: report.second === null ? group : t('pair', { outer: group, inner: t(`groups.${report.second}`) }),
              cell: ({ outer, inner }) => (
                <span className="report-group" data-inner={inner !== undefined}>
                  <BehindButton show={() => show(outer, inner)}>
                    {inner === undefined ? nameOf(outer.group) : innerNameOf(inner.second)}
                  </BehindButton>
                </span>
              ),
            },
            ...measures.map((measure) => ({
              head: t(`measure.${measure.name}`),
              figure: true,
              cell: (line: Line) => <FigureCell line={line} measure={measure} />,
            })),
          ]}
        />
      </Panel>
    </>
  );
};

const FigureCell = ({ line: { outer, inner }, measure }: Readonly<{ line: Line; measure: Measure }>) => {
  const { say } = useFigures();
  const row = inner ?? outer;
  return (
    <div className="report-figure">
      {say(measure, row.values[measure.name])}
      <Compared row={row} measure={measure} />
    </div>
  );
};
