import { Group, Skeleton, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../shared/formats.js';
import type { Board } from './board.js';
import type { BoardFiltersProps } from './board-filters.js';

type BoardToolsProps = BoardFiltersProps & Readonly<{ total: Board['total'] | null }>;

// Lists to choose from are as much script as all the rest of the board: the cards do not wait for them.
const BoardFilters = lazy(async () => ({ default: (await import('./board-filters.js')).BoardFilters }));

const FILTERS = 3;
const FILTER_PX = { w: 180, h: 36 };

/** The figures of the whole board, and what narrows it. */
export const BoardTools = ({ total, search, change }: BoardToolsProps) => {
  const { t } = useTranslation('pipeline');
  const { money, count } = useFormats();
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="xl" align="baseline">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        {total !== null && (
          <Group gap="lg" component="dl" m={0}>
            <Figure label={t('open')} value={count(total.deals)} />
            <Figure label={t('amount')} value={money(total.amount)} />
            <Figure label={t('weightedTotal')} value={money(total.weighted)} />
          </Group>
        )}
      </Group>
      <Suspense fallback={<FiltersComing />}>
        <BoardFilters search={search} change={change} />
      </Suspense>
    </Group>
  );
};

/** As much room as the filters will take. */
const FiltersComing = () => (
  <Group gap="xs" aria-hidden>
    {Array.from({ length: FILTERS }, (_, place) => (
      <Skeleton key={place} {...FILTER_PX} />
    ))}
  </Group>
);

const Figure = ({ label, value }: Readonly<{ label: string; value: string }>) => (
  <div>
    <Text component="dt" size="xs" c="dimmed">
      {label}
    </Text>
    <Text component="dd" m={0} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {value}
    </Text>
  </div>
);
