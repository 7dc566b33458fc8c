import { useTranslation } from 'react-i18next';
import { COMPARISONS, type Compared as ComparedRow, type Measure } from '../api/reports.js';
import { useFigures } from './use-figures.js';

type ComparedProps = Readonly<{ row: ComparedRow; measure: Measure }>;

/** What the figure was in each of the periods that it is compared with, and by how much it changed. */
export const Compared = ({ row, measure }: ComparedProps) => {
  const { t } = useTranslation('report');
  const { say, change } = useFigures();
  const { name } = measure;
  return COMPARISONS.map((comparison) => {
    const was = row[comparison];
    if (was === undefined) return null;
    const changed = change(measure, was[name], row.values[name]);
    return (
      <span key={comparison} className="report-was">
        {t(`was.${comparison}`, { figure: say(measure, was[name]) })}
        {changed !== '' && ` (${changed})`}
      </span>
    );
  });
};
