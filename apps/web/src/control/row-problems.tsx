import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RowProblem } from '../api/imports.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { useRowText } from './use-row-text.js';

type RowProblemsProps = Readonly<{ title: string; problems: readonly RowProblem[]; unlisted?: number }>;

/** Rows that are not as they must be: where, and why. */
export const RowProblems = ({ title, problems, unlisted = 0 }: RowProblemsProps) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const say = useRowText();
  if (problems.length === 0) return null;
  return (
    <Panel title={title}>
      <DataTable<RowProblem>
        label={title}
        rows={problems}
        keyOf={({ file, line, column, reason }) => `${file} ${line} ${column} ${reason}`}
        columns={[
          { head: t('import.file'), cell: ({ file }) => file },
          { head: t('import.line'), figure: true, cell: ({ line }) => count(line) },
          { head: t('import.column'), cell: ({ column }) => column },
          { head: t('import.reason'), cell: (problem) => say(problem, problem.reason) },
        ]}
      />
      {unlisted > 0 && <Text c="dimmed">{t('import.unlisted', { rows: count(unlisted) })}</Text>}
    </Panel>
  );
};
