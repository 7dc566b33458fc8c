import { useTranslation } from 'react-i18next';
import { DataTable } from '../shared/data-table.js';
import { Panel } from '../shared/panel.js';

type Row = Readonly<Record<string, string>>;

/** How the first rows are understood, under our names. */
export const FirstRows = ({ columns, rows }: Readonly<{ columns: readonly string[]; rows: readonly Row[] }>) => {
  const { t } = useTranslation('control');
  return (
    <Panel title={t('import.firstRows')}>
      <DataTable<Row>
        label={t('import.firstRows')}
        rows={rows}
        keyOf={(row) => JSON.stringify(row)}
        pageSize={10}
        columns={columns.map((column) => ({ head: column, cell: (row) => row[column] }))}
      />
    </Panel>
  );
};
