import { Group, Select, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processes, useRepChoices, useTeamChoices } from '../api/people.js';
import { FilterSelect } from '../shared/filter-select.js';
import { useFormats } from '../shared/formats.js';
import type { Board } from './board.js';
import type { BoardSearch } from './board-search.js';

type BoardToolsProps = Readonly<{
  total: Board['total'] | null;
  search: BoardSearch;
  change: (to: BoardSearch) => void;
}>;

const WIDTH_PX = 180;
/** Days, for what changed since. */
const SINCE = [1, 7, 30, 91] as const;

/** The figures of the whole board, and what narrows it. */
export const BoardTools = ({ total, search, change }: BoardToolsProps) => {
  const { t } = useTranslation('pipeline');
  const { money, count } = useFormats();
  const { data: known = [] } = useQuery(processes);
  const owners = useRepChoices();
  const teams = useTeamChoices();
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
      <Group gap="xs">
        {known.length > 1 && (
          <Select
            aria-label={t('process')}
            data={known.map(({ id, name }) => ({ value: id, label: name }))}
            value={search.process ?? null}
            onChange={(process) => change({ process: process ?? undefined })}
            allowDeselect={false}
            w={WIDTH_PX}
          />
        )}
        <Select
          aria-label={t('changes.title')}
          placeholder={t('changes.title')}
          data={SINCE.map((days) => ({ value: String(days), label: t(`changes.days${days}`) }))}
          value={search.since === undefined ? null : String(search.since)}
          onChange={(days) => change({ since: days === null ? undefined : Number(days) })}
          clearable
          w={WIDTH_PX}
        />
        <FilterSelect
          label={t('team')}
          all={t('allTeams')}
          data={teams}
          value={search.team}
          change={(team) => change({ team })}
          width={WIDTH_PX}
        />
        <FilterSelect
          label={t('owner')}
          all={t('everybody')}
          data={owners}
          value={search.owner}
          change={(owner) => change({ owner })}
          width={WIDTH_PX}
        />
      </Group>
    </Group>
  );
};

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
