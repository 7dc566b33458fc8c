import { Button, Group, Select, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ConversionAsked, type EnteredDeal, type EntriesBehind, enteredDeals } from '../api/analyst.js';
import { useRepName } from '../api/people.js';
import { NamedDeal } from '../deal/named-deal.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { MoreButton } from '../shared/more-button.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
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
  const { data, error, isPending, refetch } = query;
  const deals = data?.pages.flatMap(({ items = [] }) => items) ?? [];
  const { row, cohort } = behind;
  const of = { stage, row: t(row) };
  const title = cohort === undefined ? t('behind', of) : t('behindCohort', { ...of, cohort });
  return (
    <Panel
      title={title}
      tools={
        <Group gap={6}>
          <Select
            aria-label={t('behindRow')}
            size="xs"
            data={ENTRY_ROWS.map((value) => ({ value, label: t(value) }))}
            value={row}
            onChange={(value) => choose(value as EntryRow)}
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
        <DataTable<EnteredDeal>
          label={title}
          rows={deals}
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
        />
      )}
      <MoreButton query={query} />
    </Panel>
  );
};

const outcomeOf = ({ status, advanced }: EnteredDeal) => {
  if (status === 'Won') return 'won';
  if (status === 'Lost') return advanced ? 'advancedLost' : 'lost';
  return advanced ? 'advanced' : 'open';
};
