import { Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Deal, dealHistory } from '../api/deals.js';
import { useTime } from '../api/time.js';
import { TimelineLine } from '../customer/timeline.js';
import { MoreButton } from '../shared/more-button.js';
import { Failed, Loading } from '../shared/states.js';
import { useLanguage } from '../texts/languages.js';

/** What a deal went through, newest first: what changed, by whom, since when it was true and when it was recorded. */
export const DealHistory = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('deal');
  const { at } = useTime();
  const { language } = useLanguage();
  const query = useInfiniteQuery({ ...dealHistory({ deal, at, language }), placeholderData: keepPreviousData });
  const { data, error, isPending, refetch } = query;
  return (
    <section className="deal-history" aria-label={t('history')}>
      <Title order={3} size="h5">
        {t('history')}
      </Title>
      {isPending && <Loading lines={3} />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      <ol className="plain-list">
        {data?.pages.flatMap(({ items }) => items.map((item) => <TimelineLine key={item.position} item={item} />))}
      </ol>
      <MoreButton query={query} />
    </section>
  );
};
