import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { COLUMNS, type Column, type Group as Dimension, forecastDeals, type Whose } from '../api/forecasts.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { DealsBehind } from '../deal/deals-behind.js';
import { NamedDeal } from '../deal/named-deal.js';
import { useFormats } from '../shared/formats.js';
import { useGroupName } from '../shared/group-name.js';

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
  const said = { period, column: t(`category.${column}`) };
  const nameOf = (name: string | null): string => (name === null ? t('nobody') : groupName(name));
  const title = within === null ? t('behind', said) : t('behindGroup', { ...said, group: nameOf(within.of) });
  return (
    <DealsBehind
      title={title}
      query={query}
      dealsOf={({ items }) => items}
      keyOf={({ dealId, column: own, ownerId }) => `${dealId} ${own} ${ownerId}`}
      columns={[
        { head: t('deal'), cell: ({ dealId }) => <NamedDeal dealId={dealId} at={at} /> },
        { head: t('owner'), cell: ({ ownerId }) => (ownerId === null ? t('shared:noOwner') : repName(ownerId)) },
        { head: t('amountHead'), figure: true, cell: ({ amount }) => money(amount) },
        { head: t('probability'), figure: true, cell: ({ probability }) => percent(probability) },
        { head: t('closeOn'), figure: true, cell: ({ closeOn }) => closeOn && day(closeOn) },
      ]}
      tools={
        <Select
          aria-label={t('behindColumn')}
          size="xs"
          data={COLUMNS.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={column}
          onChange={(value) => choose(value as Column)}
          allowDeselect={false}
        />
      }
      close={close}
    />
  );
};
