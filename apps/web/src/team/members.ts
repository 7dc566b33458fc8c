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

export const MEMBERS_PER_PAGE = 12;

/** How much of the quota is expected, for the order alone; without a quota nobody misses one. */
const expected = ({ quota, attainment }: ForecastRow, landing: Landing | undefined): number => {
  if (quota === undefined || quota.amount === 0) return Number.POSITIVE_INFINITY;
  return landing === undefined ? (attainment ?? 0) : landing.projected.amount / quota.amount;
};

/** Those who have business or a quota in a period, some at a time, who will land the furthest below their quota first. */
export const useMembers = ({ by, period, team, rep, at, page }: MembersAsked) => {
  const nameOf = useRepName();
  const asked = forecast({ by, from: period, to: period, group: 'owner', at, ...(team !== undefined && { team }) });
  const { data, error, isPending, refetch } = useQuery({ ...asked, placeholderData: keepPreviousData });
  const found = useMemo(
    () =>
      (data ?? [])
        .flatMap((row) => (row.period !== period || row.group === null ? [] : [{ ...row, group: row.group }]))
        .filter(({ group }) => rep === undefined || group === rep),
    [data, period, rep],
  );
  const ids = useMemo(() => found.map(({ group }) => group), [found]);
  const { data: landings, isLoading } = useQuery(repLandings(ids, period, at));
  const rows = useMemo(() => {
    const share = new Map(found.map((row) => [row.group, expected(row, landings?.get(row.group))]));
    const shareOf = (id: string) => share.get(id) ?? 0;
    return found.toSorted((a, b) => {
      const [one, other] = [shareOf(a.group), shareOf(b.group)];
      return one === other ? a.group.localeCompare(b.group) : one - other;
    });
  }, [found, landings]);
  const shown = useMemo(() => rows.slice((page - 1) * MEMBERS_PER_PAGE, page * MEMBERS_PER_PAGE), [rows, page]);
  const performances = useQueries({
    // Who is in sight is known once all landings are.
    queries: isLoading ? [] : shown.map(({ group: id }) => performance(id, period, at)),
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
  return { members, count: rows.length, error, isPending: isPending || isLoading, refetch };
};
