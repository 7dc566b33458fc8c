import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRepName } from '../api/people.js';
import { type Behind, type ReportAsked, reportDeals } from '../api/reports.js';
import { DealsBehind } from '../deal/deals-behind.js';
import { NamedDeal } from '../deal/named-deal.js';
import { useFormats } from '../shared/formats.js';

type ReportDealsProps = Readonly<{ asked: ReportAsked; behind: Behind; title: string; close: () => void }>;

/** The deals that a figure is made of, the largest first. */
export const ReportDeals = ({ asked, behind, title, close }: ReportDealsProps) => {
  const { t } = useTranslation(['report', 'shared']);
  const { money, day } = useFormats();
  const repName = useRepName();
  const query = useInfiniteQuery(reportDeals(asked, behind));
  return (
    <DealsBehind
      title={title}
      query={query}
      dealsOf={({ items }) => items}
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
      close={close}
    />
  );
};
