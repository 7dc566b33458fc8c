import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processes, useRepChoices, useTeamChoices } from '../api/people.js';
import { FilterSelect } from '../shared/filter-select.js';
import type { BoardSearch } from './board-search.js';

export type BoardFiltersProps = Readonly<{ search: BoardSearch; change: (to: BoardSearch) => void }>;

const WIDTH_PX = 180;
/** Days, for what changed since. */
const SINCE = [1, 7, 30, 91] as const;

/** What narrows the board, and since when changes are marked on it. */
export const BoardFilters = ({ search, change }: BoardFiltersProps) => {
  const { t } = useTranslation('pipeline');
  const { data: known = [] } = useQuery(processes);
  const owners = useRepChoices();
  const teams = useTeamChoices();
  return (
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
  );
};
