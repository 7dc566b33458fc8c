import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Departure } from '../api/control.js';
import { useRepName } from '../api/people.js';
import { DataTable } from '../shared/data-table.js';
import { RecordLink } from '../shared/record-link.js';

type Line = Departure['receipt'][number];

const KINDS: Readonly<Record<Line['kind'], string>> = { customers: 'customer', deals: 'deal', tasks: 'task' };

/** What goes to whom, record by record, for whoever wants to see it. */
export const HandoverLines = ({ lines }: Readonly<{ lines: readonly Line[] }>) => {
  const { t } = useTranslation(['control', 'shared']);
  const nameOf = useRepName();
  const [shown, setShown] = useState(false);
  if (lines.length === 0) return null;
  if (!shown) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setShown(true)}>
        {t('departure.lines', { lines: lines.length })}
      </Button>
    );
  }
  return (
    <DataTable<Line>
      label={t('departure.receipt')}
      rows={lines}
      keyOf={({ kind, id }) => `${kind} ${id}`}
      columns={[
        { head: t('departure.kind'), cell: ({ kind }) => t(`departure.${kind}`) },
        {
          head: t('departure.record'),
          cell: ({ kind, id }) => <RecordLink kind={KINDS[kind]} id={id} />,
        },
        { head: t('departure.to'), cell: ({ to }) => (to === null ? t('shared:noOwner') : nameOf(to)) },
      ]}
    />
  );
};
