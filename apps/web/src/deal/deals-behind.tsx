import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '../shared/data-table.js';
import { MoreButton } from '../shared/more-button.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';

type DealsBehindProps<Page, Deal> = Readonly<{
  title: string;
  /** Page by page. */
  query: Readonly<{
    data: Readonly<{ pages: readonly Page[] }> | undefined;
    error: Error | null;
    isPending: boolean;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  }>;
  dealsOf: (page: Page) => readonly Deal[];
  keyOf: (deal: Deal) => string;
  columns: readonly TableColumn<Deal>[];
  minWidth?: number;
  /** What else can be chosen, left of the button that closes the list. */
  tools?: ReactNode;
  close: () => void;
}>;

/** The deals that a figure is made of. */
export const DealsBehind = <Page, Deal>(props: DealsBehindProps<Page, Deal>) => {
  const { title, query, dealsOf, keyOf, columns, minWidth, tools, close } = props;
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = query;
  const deals = data?.pages.flatMap(dealsOf) ?? [];
  return (
    <Panel
      title={title}
      tools={
        <Group gap={6}>
          {tools}
          <Button size="compact-sm" variant="default" onClick={close}>
            {t('behind.close')}
          </Button>
        </Group>
      }
    >
      {isPending && <Loading lines={4} />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      {data !== undefined && deals.length === 0 && <Text c="dimmed">{t('behind.none')}</Text>}
      {deals.length > 0 && (
        <DataTable<Deal>
          label={title}
          rows={deals}
          keyOf={keyOf}
          columns={columns}
          {...(minWidth !== undefined && { minWidth })}
        />
      )}
      <MoreButton query={query} />
    </Panel>
  );
};
