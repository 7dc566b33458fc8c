import '../customer/customer.texts.js';
import './deal.texts.js';
import { Alert, Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { dayOf } from '../api/days.js';
import { lossesBy } from '../api/reports.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { moneyOf } from '../shared/money-text.js';
import { AmountField, TextField } from '../shared/write-form.js';
import { ChangeForm } from './change-form.js';
import type { DealFormProps } from './fact-forms.js';
import { useDealWrite } from './use-deal-write.js';
import { undoClose } from './writes.js';

export const WinForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['pipeline', 'customer', 'deal']);
  const { currency } = deal.amount;
  const { today } = useTime();
  const [signedOn, setSignedOn] = useState(today);
  const [text, setText] = useState('');
  const { money, day } = useFormats();
  const { timeZone } = useCompany();
  const openedOn = dayOf(new Date(deal.openedAt), timeZone);
  const amount = moneyOf(text, currency);
  const ready = signedOn !== '' && (text.trim() === '' || amount !== null);
  const write = useDealWrite(deal, {
    done: t('form.won', { name: deal.name }),
    onDone,
    undo: (before, written) => undoClose(before, written, amount, t('deal:undoReason')),
    send: (params) =>
      api.POST('/api/deals/{id}/win', { params, body: { signedOn, ...(amount !== null && { amount }) } }),
  });
  const now = `${t(`customer:status.${deal.status}`)}, ${money(deal.amount)}`;
  return (
    <ChangeForm write={write} submit={t('form.win')} ready={ready} color="teal.9" now={now} cancel={onDone}>
      <TextField label={t('form.signedOn')} type="date" max={today} value={signedOn} onChange={setSignedOn} required />
      {signedOn !== '' && signedOn < openedOn && (
        <Alert role="status" color="yellow" icon={<Icon name="warning" />}>
          {t('form.signedBefore', { day: day(openedOn) })}
        </Alert>
      )}
      <AmountField
        label={t('form.signedAmount', { currency })}
        currency={currency}
        placeholder={money(deal.amount)}
        value={text}
        onChange={setText}
      />
    </ChangeForm>
  );
};

/** So many reasons, or competitors, are shown at once. */
const OFFERED = 12;

/** What was said of earlier losses is offered, so that the same reason is always called the same. */
export const LoseForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['pipeline', 'customer', 'deal']);
  const [reason, setReason] = useState('');
  const [competitor, setCompetitor] = useState('');
  const write = useDealWrite(deal, {
    done: t('form.lost', { name: deal.name }),
    onDone,
    undo: (before, written) => undoClose(before, written, null, t('deal:undoReason')),
    send: (params) =>
      api.POST('/api/deals/{id}/lose', {
        params,
        body: { reason, ...(competitor.trim() !== '' && { competitor }) },
      }),
  });
  const now = t(`customer:status.${deal.status}`);
  return (
    <ChangeForm
      write={write}
      submit={t('form.lose')}
      ready={reason.trim() !== ''}
      color="red.9"
      now={now}
      cancel={onDone}
    >
      <Autocomplete
        label={t('form.lostReason')}
        description={t('form.lostReasonHint')}
        data={useQuery(lossesBy('lostReason')).data ?? []}
        limit={OFFERED}
        value={reason}
        onChange={setReason}
        // The form begins here, and the list would lie over the rest of it.
        openOnFocus={false}
        required
        data-autofocus
      />
      <Autocomplete
        label={t('form.competitor')}
        data={useQuery(lossesBy('competitor')).data ?? []}
        limit={OFFERED}
        value={competitor}
        onChange={setCompetitor}
        openOnFocus={false}
      />
    </ChangeForm>
  );
};
