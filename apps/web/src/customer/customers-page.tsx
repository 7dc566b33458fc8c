import './customer.css';
import './customer.texts.js';
import { Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerList, type FoundIn } from '../api/customers.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { Icon } from '../shared/icon.js';
import { MoreButton } from '../shared/more-button.js';
import { PageHead } from '../shared/page-head.js';
import { Failed, Loading, Note } from '../shared/states.js';

const SEARCH_AFTER_MS = 150;

/** All customers by name, or those that have what is sought, and where. */
export const CustomersPage = () => {
  const { t } = useTranslation('customer');
  const { at } = useTime();
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS);
  const query = useInfiniteQuery({ ...customerList(sought, at), placeholderData: keepPreviousData });
  const { data, error, isPending, refetch } = query;
  const customers = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <PageHead title={t('title')}>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Icon name="search" size={16} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </PageHead>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && customers.length === 0 && (
        <Note icon="building" title={t(sought === '' ? 'nobodyYet' : 'nobodyFound')}>
          {sought === '' && t('nobodyYetHint')}
        </Note>
      )}
      {customers.length > 0 && <CustomerTable customers={customers} />}
      <MoreButton query={query} />
    </div>
  );
};

type Row = Readonly<{
  id: string;
  name: string;
  ownerId: string | null;
  industry: string | null;
  region: string | null;
  source: string | null;
  foundIn: FoundIn | null;
}>;

const CustomerTable = ({ customers }: Readonly<{ customers: readonly Row[] }>) => {
  const { t } = useTranslation(['customer', 'shared']);
  const nameOf = useRepName();
  return (
    <Table.ScrollContainer minWidth={560} className="sheet">
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {(['name', 'owner', 'industry', 'region', 'source'] as const).map((column) => (
              <Table.Th key={column}>{t(column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {customers.map(({ id, name, ownerId, industry, region, source, foundIn }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Link to="/customers/$customerId" params={{ customerId: id }} className="quiet-link">
                  {name}
                </Link>
                {foundIn !== null && (
                  <Text c="dimmed" size="sm">
                    {t(`foundIn.${foundIn.field}`, { value: foundIn.value })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{ownerId === null ? t('shared:noOwner') : nameOf(ownerId)}</Table.Td>
              <Table.Td>{industry ?? t('unknownValue')}</Table.Td>
              <Table.Td>{region ?? t('unknownValue')}</Table.Td>
              <Table.Td>{source ?? t('unknownValue')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
