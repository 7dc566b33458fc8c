import './deal.css';
import './deal.texts.js';
import '../customer/customer.css';
import '../customer/customer.texts.js';
import '../pipeline/pipeline.texts.js';
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Deal, dealById } from '../api/deals.js';
import { useTime } from '../api/time.js';
import { useFormOpen } from '../shared/form-dialog.js';
import { setNoticePlace } from '../shared/notice-place.js';
import { Failed, Loading } from '../shared/states.js';
import { DealPanel } from './deal-panel.js';

type Shown = Readonly<{ dealId: string | null; opened: boolean }>;

/** The panel of a deal at the side of the page; null: it is closed. Closing it is a step back to the page alone. */
export const DealDrawer = ({ dealId }: Readonly<{ dealId: string | null }>) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // While it slides away it still shows its deal. It opens a moment after it is there: so it knows whence it was opened.
  const [{ dealId: shown, opened }, setShown] = useState<Shown>({ dealId, opened: false });
  useEffect(() => setShown((old) => ({ dealId: dealId ?? old.dealId, opened: dealId !== null })), [dealId]);
  const [isEditing, setEditing] = useState(false);
  const isCovered = useFormOpen();
  const deal = useShownDeal(shown);
  const close = () =>
    void navigate({
      to: '.',
      search: (({ deal: _, ...others }: Readonly<Record<string, unknown>>) => others) as never,
      resetScroll: false,
    });
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size="min(100%, 620px)"
      // What is in change is given up first.
      closeOnEscape={!isEditing && !isCovered}
      closeOnClickOutside={!isEditing && !isCovered}
      closeButtonProps={{ 'aria-label': t('close') }}
      title={
        <span className="deal-name" tabIndex={-1} data-autofocus>
          {deal.data?.name ?? t('loading')}
        </span>
      }
    >
      {deal.data === undefined && deal.error && <Failed error={deal.error} retry={() => void deal.refetch()} />}
      {deal.isPending && shown !== null && <Loading />}
      {deal.data && <DealPanel key={deal.data.id} deal={deal.data} onEditing={setEditing} />}
      <div ref={setNoticePlace} className="deal-notices" />
    </Drawer>
  );
};

/** On the day that the page shows. Of another day the one before stands until it is there, of another deal nothing does. */
const useShownDeal = (dealId: string | null) => {
  const { at } = useTime();
  return useQuery({
    ...dealById(dealId ?? '', at),
    enabled: dealId !== null,
    placeholderData: (before: Deal | undefined) => (before?.id === dealId ? before : undefined),
  });
};
