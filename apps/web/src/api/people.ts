import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from './client.js';
import { type At, useTime } from './time.js';

type Page<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;

/** Every item of a list that fits into memory: people, teams, processes, products. */
export const allPages = async <Item>(
  read: (page: Readonly<{ limit: number; cursor?: string }>) => Promise<Page<Item>>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read({ limit: 200, ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
};

export const reps = queryOptions({
  queryKey: ['reps'],
  meta: { changesWith: ['rep'] },
  queryFn: () => allPages((query) => answered(api.GET('/api/reps', { params: { query } }))),
});

export const teams = queryOptions({
  queryKey: ['teams'],
  meta: { changesWith: ['team'] },
  queryFn: () => allPages((query) => answered(api.GET('/api/teams', { params: { query } }))),
});

/** As they were at an instant; without one now. */
const repsOn = (at: At) =>
  queryOptions({
    queryKey: ['reps', 'as they were', at],
    meta: { changesWith: ['rep'] },
    queryFn: () => allPages((query) => answered(api.GET('/api/reps', { params: { query: { ...query, ...at } } }))),
    enabled: at.asOf !== undefined,
  });

const teamsOn = (at: At) =>
  queryOptions({
    queryKey: ['teams', 'as they were', at],
    meta: { changesWith: ['team'] },
    queryFn: () => allPages((query) => answered(api.GET('/api/teams', { params: { query: { ...query, ...at } } }))),
    enabled: at.asOf !== undefined,
  });

export type Team = Awaited<ReturnType<NonNullable<typeof teams.queryFn>>>[number];

export const processes = queryOptions({
  queryKey: ['processes'],
  meta: { changesWith: ['process'] },
  queryFn: () => allPages((query) => answered(api.GET('/api/processes', { params: { query } }))),
});

export const products = queryOptions({
  queryKey: ['products'],
  meta: { changesWith: ['product'] },
  queryFn: () => allPages((query) => answered(api.GET('/api/products', { params: { query } }))),
});

export type Process = Awaited<ReturnType<NonNullable<typeof processes.queryFn>>>[number];

type Choices = readonly Readonly<{ value: string; label: string }>[];

const choicesOf = (items: readonly Readonly<{ id: string; name: string }>[] | undefined): Choices =>
  (items ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** Those who can take something over now. */
export const useRepChoices = (): Choices => {
  const { data } = useQuery(reps);
  return useMemo(() => choicesOf(data?.filter(({ presence }) => presence === 'here')), [data]);
};

export const useTeamChoices = (): Choices => {
  const { data } = useQuery(teams);
  return useMemo(() => choicesOf(data), [data]);
};

type Named = readonly Readonly<{ id: string; name: string }>[];

/** Says the name by id; the id itself of what nobody knows. */
const useNameIn = (items: Named | undefined): ((id: string) => string) =>
  useMemo(() => {
    const names = new Map(items?.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }, [items]);

/** Also of those who act without being a rep: whoever has the administrator's token, and the system itself. */
export const useRepName = (): ((id: string) => string) => {
  const { t } = useTranslation();
  const { data: now } = useQuery(reps);
  const data = useAsShown(now, useQuery(repsOn(useTime().at)).data);
  const everybody = useMemo(
    () => [{ id: 'admin', name: t('actor.admin') }, { id: 'system', name: t('actor.system') }, ...(data ?? [])],
    [data, t],
  );
  return useNameIn(everybody);
};

export const useTeamName = (): ((id: string) => string) => {
  const { data } = useQuery(teams);
  return useNameIn(useAsShown(data, useQuery(teamsOn(useTime().at)).data));
};

/** Those of the day that is shown, and who came later as they are now. */
const useAsShown = (now: Named | undefined, then: Named | undefined): Named | undefined =>
  useMemo(() => (then === undefined ? now : [...(now ?? []), ...then]), [now, then]);
