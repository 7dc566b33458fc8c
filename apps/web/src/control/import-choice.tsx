import { FileInput, Select, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DECIMAL_MARKS,
  type DecimalMark,
  IMPORT_FORMATS,
  IMPORT_KINDS,
  type ImportFormat,
  type ImportKind,
  type Preview,
  uploadImport,
} from '../api/imports.js';
import { Panel } from '../shared/panel.js';
import { WriteForm } from '../shared/write-form.js';
import { ColumnMapping } from './column-mapping.js';
import { columnsIn, isCsv, likelyMapping } from './columns.js';

const ACCEPTED = '.csv,.xlsx,.ndjson,.json';

const isFormat = (what: string): what is ImportFormat => IMPORT_FORMATS.some((format) => format === what);

/** Which file, what its rows are, and which of its columns is which. */
export const ImportChoice = ({ onUploaded }: Readonly<{ onUploaded: (preview: Preview) => void }>) => {
  const { t } = useTranslation('control');
  const [what, setWhat] = useState<ImportKind | ImportFormat>('customers');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [mark, setMark] = useState<DecimalMark | null>(null);
  const choose = async (kind: ImportKind | ImportFormat, chosen: readonly File[]) => {
    setWhat(kind);
    setFiles(chosen);
    const [first] = chosen;
    const columns = first === undefined || isFormat(kind) ? [] : await columnsIn(first);
    setTheirs(columns);
    setMapping(isFormat(kind) ? {} : likelyMapping(kind, columns));
  };
  const mayHaveMarks = what !== 'crm-sales' && files.some(isCsv);
  const decimal = mayHaveMarks ? mark : null;
  const upload = useMutation({
    mutationFn: () =>
      uploadImport({ files, decimal, ...(isFormat(what) ? { format: what } : { kind: what, mapping }) }),
    onSuccess: onUploaded,
  });
  const multiple = isFormat(what);
  return (
    <Panel title={t('import.title')}>
      <Text c="dimmed" size="sm">
        {t('import.hint')}
      </Text>
      <WriteForm write={upload} submit={t('import.preview')} ready={files.length > 0}>
        <Select
          label={t('import.what')}
          data={[
            {
              group: t('import.oneFile'),
              items: IMPORT_KINDS.map((value) => ({ value, label: t(`import.kind.${value}`) })),
            },
            {
              group: t('import.folder'),
              items: IMPORT_FORMATS.map((value) => ({ value, label: t(`import.kind.${value}`) })),
            },
          ]}
          value={what}
          onChange={(value) => void choose((value ?? 'customers') as ImportKind | ImportFormat, [])}
          allowDeselect={false}
          maw={420}
        />
        <FileInput
          key={what}
          label={t(multiple ? 'import.files' : 'import.file')}
          description={t('import.fileHint')}
          placeholder={t('import.choose')}
          accept={ACCEPTED}
          multiple={multiple}
          onChange={(chosen: File | File[] | null) => void choose(what, chosen === null ? [] : [chosen].flat())}
          maw={420}
        />
        {!isFormat(what) && files.length > 0 && (
          <ColumnMapping kind={what} theirs={theirs} mapping={mapping} change={setMapping} />
        )}
        {mayHaveMarks && (
          <Select
            label={t('import.decimal.title')}
            description={t('import.decimal.hint')}
            data={[
              { value: '', label: t('import.decimal.clear') },
              ...DECIMAL_MARKS.map((value) => ({
                value,
                label: t(value === ',' ? 'import.decimal.comma' : 'import.decimal.point'),
              })),
            ]}
            value={mark ?? ''}
            onChange={(value) => setMark(DECIMAL_MARKS.find((known) => known === value) ?? null)}
            allowDeselect={false}
            maw={420}
          />
        )}
      </WriteForm>
    </Panel>
  );
};
