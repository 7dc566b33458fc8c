import { Button, Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { commitImport, type DuplicateChoice, importById } from '../api/imports.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading, Refusal } from '../shared/states.js';
import { Tile } from '../shared/tile.js';
import { useWrite } from '../shared/use-write.js';
import { FirstRows } from './first-rows.js';
import { ImportDuplicates } from './import-duplicates.js';
import { RowProblems } from './row-problems.js';
import { useRowText } from './use-row-text.js';

type ImportProgressProps = Readonly<{ id: string; again: () => void }>;

const COUNTS = ['rows', 'accepted', 'unchanged', 'rejected', 'repaired', 'events'] as const;

/** An import from its preview to its result; it goes on when the page is left. */
export const ImportProgress = ({ id, again }: ImportProgressProps) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const { data, error, isPending, refetch } = useQuery(importById(id));
  const [choice, setChoice] = useState<DuplicateChoice>('create');
  const commit = useWrite({
    changes: 'import',
    done: () => t('import.begun'),
    // Only where there is something to choose: files of other kinds have no customers.
    send: () => commitImport(id, data?.state === 'previewed' && data.preview?.duplicates ? choice : null),
  });
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const { state, fileName, rows, preview, progress, counts, rejected, rejectedUnlisted, repairs, notices } = data;
  const done = progress?.done ?? 0;
  const total = progress?.total ?? rows;
  return (
    <>
      <Panel
        title={t('import.of', { file: fileName, state: t(`import.state.${state as 'previewed'}`) })}
        tools={
          <Button variant="default" onClick={again}>
            {t('import.another')}
          </Button>
        }
      >
        {state === 'previewed' && (
          <>
            <Text>{t('import.read', { rows: count(rows) })}</Text>
            {preview !== null && <RowProblems title={t('import.unreadable')} problems={preview.unreadable} />}
            {preview !== null && 'firstRows' in preview && (
              <FirstRows columns={preview.columns} rows={preview.firstRows} />
            )}
            {preview?.duplicates && <ImportDuplicates found={preview.duplicates} choice={choice} choose={setChoice} />}
            <Refusal error={commit.error} />
            <Group>
              <Button onClick={() => commit.mutate()} loading={commit.isPending}>
                {t('import.run', { rows: count(rows) })}
              </Button>
            </Group>
          </>
        )}
        {state === 'importing' && (
          <>
            <Progress
              value={total > 0 ? (100 * done) / total : 0}
              animated
              aria-label={t('import.progress', { done: count(done), total: count(total) })}
            />
            <Text role="status">{t('import.progress', { done: count(done), total: count(total) })}</Text>
            <Text c="dimmed" size="sm">
              {t('import.mayLeave')}
            </Text>
          </>
        )}
        {state === 'failed' && (
          <>
            <Text className="fault" role="alert">
              {data.error}
            </Text>
            <Group>
              <Button onClick={() => commit.mutate()} loading={commit.isPending}>
                {t('import.goOn')}
              </Button>
            </Group>
          </>
        )}
        {counts && (
          <div className="tiles">
            {COUNTS.map((name) => (
              <Tile key={name} label={t(`import.count.${name}`)} value={count(counts[name])} />
            ))}
          </div>
        )}
      </Panel>
      {counts && (
        <>
          <RowProblems title={t('import.rejected')} problems={rejected} unlisted={rejectedUnlisted} />
          <Remarks title={t('import.repairs')} remarks={repairs} />
          <Remarks title={t('import.notices')} remarks={notices} />
        </>
      )}
    </>
  );
};

type Remark = Schemas['Remark'];

const Remarks = ({ title, remarks }: Readonly<{ title: string; remarks: readonly Remark[] }>) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const say = useRowText();
  if (remarks.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className="plain-list">
        {remarks.map(({ file, column, text, rows, ...told }) => (
          <li key={`${file} ${column} ${text}`}>
            <span>{say(told, text)}</span>
            <Text span c="dimmed" size="sm">
              {t('import.inRows', { file, rows: count(rows) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
