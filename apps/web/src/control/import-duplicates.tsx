import { Radio, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type AlikeRow, DUPLICATE_CHOICES, type DuplicateChoice, type DuplicateRow } from '../api/imports.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Matches } from '../shared/likely-duplicates.js';
import { Panel } from '../shared/panel.js';

type ImportDuplicatesProps = Readonly<{
  found: Readonly<{ rows: number; weakRows: number; first: readonly DuplicateRow[] }>;
  choice: DuplicateChoice;
  choose: (choice: DuplicateChoice) => void;
}>;

/** Rows of customers who are likely there already, and what is to become of them. */
export const ImportDuplicates = ({ found, choice, choose }: ImportDuplicatesProps) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  if (found.rows + found.weakRows === 0) return null;
  return (
    <Panel title={t('import.duplicates.title')}>
      <Stack>
        <Text>
          {t('import.duplicates.found', { count: found.rows, rows: count(found.rows) })}{' '}
          {found.weakRows > 0 && t('import.duplicates.weak', { count: found.weakRows, rows: count(found.weakRows) })}
        </Text>
        {found.rows > 0 && (
          <Radio.Group
            label={t('import.duplicates.choice')}
            value={choice}
            onChange={(value) => choose(value as DuplicateChoice)}
          >
            <Stack gap="xs" mt="xs">
              {DUPLICATE_CHOICES.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`import.duplicates.${value}`)}
                  description={t(`import.duplicates.${value}Hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <DataTable<DuplicateRow>
          label={t('import.duplicates.title')}
          rows={found.first}
          keyOf={({ file, line }) => `${file} ${line}`}
          pageSize={10}
          columns={[
            { head: t('import.line'), figure: true, cell: ({ line }) => count(line) },
            { head: t('import.duplicates.name'), cell: ({ name }) => name },
            { head: t('import.duplicates.alike'), cell: ({ alike }) => <Alike rows={alike} /> },
          ]}
        />
      </Stack>
    </Panel>
  );
};

const Alike = ({ rows }: Readonly<{ rows: readonly AlikeRow[] }>) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  return (
    <ul className="plain-list">
      {rows.map(({ id, name, line, matches }) => (
        <li key={id}>
          {line === null ? (
            <Link to="/customers/$customerId" params={{ customerId: id }} className="quiet-link">
              {name}
            </Link>
          ) : (
            <span>{t('import.duplicates.above', { name, line: count(line) })}</span>
          )}
          <Matches matches={matches} />
        </li>
      ))}
    </ul>
  );
};
