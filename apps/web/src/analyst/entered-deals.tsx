import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ConversionAsked, type EnteredDeal, type EntriesBehind, enteredDeals } from '../api/analyst.js';
import { useRepName } from '../api/people.js';
import { DealsBehind } from '../deal/deals-behind.js';
import { NamedDeal } from '../deal/named-deal.js';
import { useFormats } from '../shared/formats.js';
import { ENTRY_ROWS, type EntryRow } from './funnel-search.js';

type EnteredDealsProps = Readonly<{
  asked: ConversionAsked;
  behind: EntriesBehind;
  /** The name of the stage. */
  stage: string;
  choose: (row: EntryRow) => void;
  close: () => void;
}>;

/** The deals that a count of the funnel is made of, those that came into the stage last first. */
export const EnteredDeals = ({ asked, behind, stage, choose, close }: EnteredDealsProps) => {
  const { t } = useTranslation(['analyst', 'shared']);
  const { money, instantDay, tenths } = useFormats();
  const repName = useRepName();
  const query = useInfiniteQuery(enteredDeals(asked, behind));
  const { row, cohort } = behind;
  const of = { stage, row: t(row) };
  const title = cohort === undefined ? t('behind', of) : t('behindCohort', { ...of, cohort });
  return (
    <DealsBehind
      title={title}
      query={query}
      dealsOf={({ items = [] }) => items}
      keyOf={({ dealId }) => dealId}
      minWidth={820}
      columns={[
        { head: t('deal'), cell: ({ dealId }) => <NamedDeal dealId={dealId} at={asked.at} /> },
        { head: t('enteredOn'), cell: ({ enteredAt }) => instantDay(enteredAt) },
        {
          head: t('ownerThen'),
          cell: ({ ownerId }) => (ownerId === null ? t('shared:noOwner') : repName(ownerId)),
        },
        { head: t('amountThen'), figure: true, cell: ({ amount }) => money(amount) },
        { head: t('became'), cell: (deal) => t(outcomeOf(deal)) },
        {
          head: t('daysInStage'),
          figure: true,
          cell: ({ daysInStage }) => (daysInStage === null ? t('inStage') : tenths(daysInStage)),
        },
      ]}
      tools={
        <Select
          aria-label={t('behindRow')}
          size="xs"
          data={ENTRY_ROWS.map((value) => ({ value, label: t(value) }))}
          value={row}
          onChange={(value) => choose(value as EntryRow)}
          allowDeselect={false}
        />
      }
      close={close}
    />
  );
};

const outcomeOf = ({ status, advanced }: EnteredDeal) => {
  if (status === 'Won') return 'won';
  if (status === 'Lost') return advanced ? 'advancedLost' : 'lost';
  return advanced ? 'advanced' : 'open';
};
