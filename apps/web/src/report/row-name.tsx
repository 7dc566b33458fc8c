import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Customer, customerById } from '../api/customers.js';
import type { ReportGroup } from '../api/reports.js';
import { useTime } from '../api/time.js';
import { useGroupName } from '../shared/group-name.js';

/** By id. Outside of what is rendered, so that the same answers give the same map. */
const namesIn = (answers: readonly UseQueryResult<Customer>[]): ReadonlyMap<string, string> =>
  new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data.name] as const])));

/**
 * Says what a row of a report is about. There may be thousands of customers: only `customers`, by their ids, are asked for
 * their names.
 */
export const useRowName = (group: ReportGroup, customers: readonly string[]): ((name: string | null) => string) => {
  const { t } = useTranslation('report');
  const nameOf = useGroupName(group);
  const { at } = useTime();
  const names = useQueries({ queries: customers.map((id) => customerById(id, at)), combine: namesIn });
  return useCallback(
    (name) => {
      if (name === null) return t(group === 'none' ? 'all' : 'ungrouped');
      if (group === 'business') return t(name === 'new' ? 'business.new' : 'business.existing');
      if (group === 'age') return t('age', { days: name });
      return names.get(name) ?? nameOf(name);
    },
    [group, names, nameOf, t],
  );
};

type RowNameProps = Readonly<{ group: ReportGroup; name: string | null; nameOf: (name: string | null) => string }>;

/** The same in a line that is in sight, which asks for the name of its own customer. */
export const RowName = ({ group, name, nameOf }: RowNameProps) =>
  group === 'customer' && name !== null ? <CustomerName id={name} /> : nameOf(name);

const CustomerName = ({ id }: Readonly<{ id: string }>) => {
  const { at } = useTime();
  const { data } = useQuery(customerById(id, at));
  return data?.name ?? id;
};
