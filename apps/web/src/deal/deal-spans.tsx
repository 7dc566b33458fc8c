import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Deal, dealSpans, type Span } from '../api/deals.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Failed, Loading } from '../shared/states.js';
import { useProcessOf } from './use-process-of.js';

const WIDTH_PX = 1200;

/** What was true of a deal when, and when that was known: each stretch in which nothing changed is a row. */
export const DealSpans = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation(['deal', 'customer', 'shared']);
  const { at } = useTime();
  const { instant, money, day } = useFormats();
  const nameOf = useRepName();
  const stages = useProcessOf(deal)?.stages ?? [];
  const { data, error, refetch } = useQuery({ ...dealSpans(deal.id, at), placeholderData: keepPreviousData });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={3} />;
  const until = (end: string | null) => (end === null ? t('spans.still') : instant(end));
  return (
    <DataTable<Span>
      label={t('spans.title', { name: deal.name })}
      rows={data}
      keyOf={({ validFrom, knownFrom }) => `${validFrom} ${knownFrom}`}
      minWidth={WIDTH_PX}
      columns={[
        { head: t('spans.validFrom'), cell: ({ validFrom }) => instant(validFrom) },
        { head: t('spans.validTo'), cell: ({ validTo }) => until(validTo) },
        {
          head: t('stage'),
          cell: ({ stage, status }) => {
            const name = stages.find(({ id }) => id === stage)?.name ?? stage;
            return status === 'Open' ? name : `${name}, ${t(`customer:status.${status}`)}`;
          },
        },
        { head: t('amount'), figure: true, cell: ({ amount }) => money(amount) },
        {
          head: t('expectedCloseOn'),
          cell: ({ expectedCloseOn }) => (expectedCloseOn === null ? t('notKnown') : day(expectedCloseOn)),
        },
        { head: t('owner'), cell: ({ ownerId }) => (ownerId === null ? t('shared:noOwner') : nameOf(ownerId)) },
        { head: t('spans.knownFrom'), cell: ({ knownFrom }) => instant(knownFrom) },
        { head: t('spans.knownTo'), cell: ({ knownTo }) => until(knownTo) },
      ]}
    />
  );
};
