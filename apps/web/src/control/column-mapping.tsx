import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../api/imports.js';
import { TextField } from '../shared/write-form.js';
import { COLUMNS } from './columns.js';

type ColumnMappingProps = Readonly<{
  kind: ImportKind;
  theirs: readonly string[];
  mapping: Readonly<Record<string, string>>;
  change: (mapping: Readonly<Record<string, string>>) => void;
}>;

/** For each of our columns, which one of the file it is. */
export const ColumnMapping = ({ kind, theirs, mapping, change }: ColumnMappingProps) => {
  const { t } = useTranslation('control');
  const set = (ours: string, column: string | null) => {
    const { [ours]: _, ...others } = mapping;
    change(column === null || column === '' ? others : { ...others, [ours]: column });
  };
  return (
    <fieldset className="mapping">
      <legend>{t('import.mapping')}</legend>
      <Text c="dimmed" size="sm" mb="xs">
        {t('import.mappingHint')}
      </Text>
      <div className="tiles">
        {COLUMNS[kind].map((ours) =>
          theirs.length > 0 ? (
            <Select
              key={ours}
              label={ours}
              placeholder={t('import.notThere')}
              data={[...new Set(theirs)]}
              value={mapping[ours] ?? null}
              onChange={(column) => set(ours, column)}
              clearable
              searchable
            />
          ) : (
            <TextField key={ours} label={ours} value={mapping[ours] ?? ''} onChange={(column) => set(ours, column)} />
          ),
        )}
      </div>
    </fieldset>
  );
};
