import { useTranslation } from 'react-i18next';
import { COMPARISONS, type Measure, type ReportRow } from '../api/reports.js';
import { useFigures } from './use-figures.js';

type ComparedProps = Readonly<{ row: ReportRow; measure: Measure }>;

/** What the figure was in each of the periods that it is compared with, and by how much it changed. */
export const Compared = ({ row, measure: { name, kind } }: ComparedProps) => {
  const { t } = useTranslation('report');
  const { say, change } = useFigures();
  return COMPARISONS.map((comparison) => {
    const was = row[comparison];
    if (was === undefined) return null;
    const changed = change(kind, was[name], row.values[name]);
    return (
      <span key={comparison} className="report-was">
        {t(`was.${comparison}`, { figure: say(kind, was[name]) })}
        {changed !== '' && ` (${changed})`}
      </span>
    );
  });
};
