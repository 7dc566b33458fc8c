import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ForecastRow, forecast, type Grain } from '../api/forecasts.js';
import { useRepName } from '../api/people.js';
import { type Landing, type Performance, performance, repLandings } from '../api/team.js';
import type { At } from '../api/time.js';

/** A rep in a period: what is closed and open, where it will land (null: still being read), and what they did. */
export type Member = Readonly<{
  id: string;
  name: string;
  row: ForecastRow;
  landing: Landing | null;
  performance: Performance | null;
}>;

type MembersAsked = Readonly<{
  by: Grain;
  period: string;
  team: string | undefined;
  rep: string | undefined;
  at: At;
  page: number;
}>;

/** Landings are dear: only those of the reps in sight are asked for. */
export const MEMBERS_PER_PAGE = 12;

const attainment = ({ attainment: share }: ForecastRow): number => share ?? Number.POSITIVE_INFINITY;

/** Those who have business or a quota in a period, some at a time, the furthest from their quota first. */
export const useMembers = ({ by, period, team, rep, at, page }: MembersAsked) => {
  const nameOf = useRepName();
  const asked = forecast({ by, from: period, to: period, group: 'owner', at, ...(team !== undefined && { team }) });
  const { data, error, isPending, refetch } = useQuery({ ...asked, placeholderData: keepPreviousData });
  const rows = useMemo(
    () =>
      (data ?? [])
        .flatMap((row) => (row.period !== period || row.group === null ? [] : [{ ...row, group: row.group }]))
        .filter(({ group }) => rep === undefined || group === rep)
        .sort((a, b) => attainment(a) - attainment(b) || a.group.localeCompare(b.group)),
    [data, period, rep],
  );
  const shown = useMemo(() => rows.slice((page - 1) * MEMBERS_PER_PAGE, page * MEMBERS_PER_PAGE), [rows, page]);
  const ids = useMemo(() => shown.map(({ group }) => group), [shown]);
  const { data: landings } = useQuery(repLandings(ids, period, at));
  const performances = useQueries({
    queries: shown.map(({ group: id }) => performance(id, period, at)),
    combine: (answers) => answers.map((answer) => answer.data ?? null),
  });
  const members = useMemo(
    () =>
      shown.map(
        (row, place): Member => ({
          id: row.group,
          name: nameOf(row.group),
          row,
          landing: landings?.get(row.group) ?? null,
          performance: performances[place] ?? null,
        }),
      ),
    [shown, landings, performances, nameOf],
  );
  return { members, count: rows.length, error, isPending, refetch };
};
