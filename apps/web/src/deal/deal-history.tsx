import { Button, Title } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Deal, dealHistory } from '../api/deals.js';
import { useTime } from '../api/time.js';
import { TimelineLine } from '../customer/timeline.js';
import { MoreButton } from '../shared/more-button.js';
import { Failed, Loading } from '../shared/states.js';
import { useLanguage } from '../texts/languages.js';
import { DealSpans } from './deal-spans.js';

/** What a deal went through: what happened, or what was true from when until when. */
export const DealHistory = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('deal');
  const [asTable, toggle] = useToggle([false, true]);
  return (
    <section className="deal-history" aria-label={t('history')}>
      <div className="page-head">
        <Title order={3} size="h5">
          {t('history')}
        </Title>
        <Button size="compact-sm" variant="default" aria-pressed={asTable} onClick={() => toggle()}>
          {t('spans.show')}
        </Button>
      </div>
      {asTable ? <DealSpans deal={deal} /> : <Happened deal={deal} />}
    </section>
  );
};

/** Newest first: what changed, by whom, since when it was true and when it was recorded. */
const Happened = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { at } = useTime();
  const { language } = useLanguage();
  const query = useInfiniteQuery({ ...dealHistory({ deal, at, language }), placeholderData: keepPreviousData });
  const { data, error, isPending, refetch } = query;
  return (
    <>
      {isPending && <Loading lines={3} />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      <ol className="plain-list">
        {data?.pages.flatMap(({ items }) => items.map((item) => <TimelineLine key={item.position} item={item} />))}
      </ol>
      <MoreButton query={query} />
    </>
  );
};
