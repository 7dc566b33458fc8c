import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRepName } from '../api/people.js';
import { type Behind, type ReportAsked, type ReportDeal, reportDeals } from '../api/reports.js';
import { NamedDeal } from '../deal/named-deal.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { MoreButton } from '../shared/more-button.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';

type ReportDealsProps = Readonly<{ asked: ReportAsked; behind: Behind; title: string; close: () => void }>;

/** The deals that a figure is made of, the largest first. */
export const ReportDeals = ({ asked, behind, title, close }: ReportDealsProps) => {
  const { t } = useTranslation(['report', 'shared']);
  const { money, day } = useFormats();
  const repName = useRepName();
  const query = useInfiniteQuery(reportDeals(asked, behind));
  const { data, error, isPending, refetch } = query;
  const deals = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel
      title={title}
      tools={
        <Button size="compact-sm" variant="default" onClick={close}>
          {t('deals.hide')}
        </Button>
      }
    >
      {isPending && <Loading lines={4} />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      {data !== undefined && deals.length === 0 && <Text c="dimmed">{t('deals.none')}</Text>}
      {deals.length > 0 && (
        <DataTable<ReportDeal>
          label={title}
          rows={deals}
          keyOf={({ counts, dealId }) => `${counts} ${dealId}`}
          columns={[
            { head: t('deals.deal'), cell: ({ dealId }) => <NamedDeal dealId={dealId} at={asked.at} /> },
            { head: t('deals.counts'), cell: ({ counts }) => t(`deals.basis.${counts}`) },
            { head: t('deals.amount'), figure: true, cell: ({ amount }) => money(amount) },
            { head: t('deals.on'), cell: ({ on }) => on && day(on) },
            {
              head: t('deals.owner'),
              cell: ({ ownerId }) => (ownerId === null ? t('shared:noOwner') : repName(ownerId)),
            },
          ]}
        />
      )}
      <MoreButton query={query} />
    </Panel>
  );
};
