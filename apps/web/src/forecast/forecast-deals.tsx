import { Button, Group, Select, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  COLUMNS,
  type Column,
  type Group as Dimension,
  type ForecastDeal,
  forecastDeals,
  type Whose,
} from '../api/forecasts.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { NamedDeal } from '../deal/named-deal.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { useGroupName } from '../shared/group-name.js';
import { MoreButton } from '../shared/more-button.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';

type ForecastDealsProps = Readonly<{
  period: string;
  column: Column;
  whose: Whose;
  group: Dimension;
  /** Of this group only; null: of none, undefined: of all. */
  of: string | null | undefined;
  choose: (column: Column) => void;
  close: () => void;
}>;

/** The deals that a figure of the forecast is made of, the largest first. */
export const ForecastDeals = ({ period, column, whose, group, of, choose, close }: ForecastDealsProps) => {
  const { t } = useTranslation(['forecast', 'shared']);
  const { at } = useTime();
  const { money, day, percent } = useFormats();
  const repName = useRepName();
  const groupName = useGroupName(group);
  const within = group === 'none' || of === undefined ? null : { group, of };
  const query = useInfiniteQuery(forecastDeals({ period, column, whose, within, at }));
  const { data, error, isPending, refetch } = query;
  const deals = data?.pages.flatMap(({ items }) => items) ?? [];
  const said = { period, column: t(`category.${column}`) };
  const nameOf = (name: string | null): string => (name === null ? t('nobody') : groupName(name));
  const title = within === null ? t('behind', said) : t('behindGroup', { ...said, group: nameOf(within.of) });
  return (
    <Panel
      title={title}
      tools={
        <Group gap={6}>
          <Select
            aria-label={t('behindColumn')}
            size="xs"
            data={COLUMNS.map((value) => ({ value, label: t(`category.${value}`) }))}
            value={column}
            onChange={(value) => choose(value as Column)}
            allowDeselect={false}
          />
          <Button size="compact-sm" variant="default" onClick={close}>
            {t('behindClose')}
          </Button>
        </Group>
      }
    >
      {isPending && <Loading lines={4} />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      {data !== undefined && deals.length === 0 && <Text c="dimmed">{t('behindNone')}</Text>}
      {deals.length > 0 && (
        <DataTable<ForecastDeal>
          label={title}
          rows={deals}
          keyOf={({ dealId, column: own, ownerId }) => `${dealId} ${own} ${ownerId}`}
          columns={[
            { head: t('deal'), cell: ({ dealId }) => <NamedDeal dealId={dealId} at={at} /> },
            { head: t('owner'), cell: ({ ownerId }) => (ownerId === null ? t('shared:noOwner') : repName(ownerId)) },
            { head: t('amountHead'), figure: true, cell: ({ amount }) => money(amount) },
            { head: t('probability'), figure: true, cell: ({ probability }) => percent(probability) },
            { head: t('closeOn'), figure: true, cell: ({ closeOn }) => closeOn && day(closeOn) },
          ]}
        />
      )}
      <MoreButton query={query} />
    </Panel>
  );
};
