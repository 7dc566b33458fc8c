import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { dayOf } from '../api/days.js';
import { dealById } from '../api/deals.js';
import { useTime } from '../api/time.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { moneyOf } from '../shared/money-text.js';
import { useWrite } from '../shared/use-write.js';
import { AmountField, TextField, WriteForm } from '../shared/write-form.js';
import type { Card } from './board.js';

export type Closing = Readonly<{ card: Card; how: 'win' | 'lose' }>;

type CloseFormProps = Readonly<{ closing: Closing; onDone: () => void }>;

/** A deal is won or lost. */
export const CloseForm = ({ closing, onDone }: CloseFormProps) => {
  const { t } = useTranslation('pipeline');
  const title = t(closing.how === 'win' ? 'form.winTitle' : 'form.loseTitle', { name: closing.card.name });
  return (
    <FormDialog onClose={onDone} title={title}>
      {closing.how === 'win' && <WinForm card={closing.card} onDone={onDone} />}
      {closing.how === 'lose' && <LoseForm card={closing.card} onDone={onDone} />}
    </FormDialog>
  );
};

type FormProps = Readonly<{ card: Card; onDone: () => void }>;

const WinForm = ({ card, onDone }: FormProps) => {
  const { t } = useTranslation('pipeline');
  const { currency, timeZone } = useCompany();
  const { today } = useTime();
  const [signedOn, setSignedOn] = useState(today);
  const [amount, setAmount] = useState('');
  const { data: deal } = useQuery(dealById(card.id));
  const openedOn = deal && dayOf(new Date(deal.openedAt), timeZone);
  const isBefore = openedOn !== undefined && signedOn !== '' && signedOn < openedOn;
  const { money: sayMoney, day: sayDay } = useFormats();
  const money = moneyOf(amount, currency);
  const ready = signedOn !== '' && (amount.trim() === '' || money !== null);
  const write = useWrite({
    changes: 'deal',
    done: () => t('form.won', { name: card.name }),
    onDone,
    send: () =>
      api.POST('/api/deals/{id}/win', {
        params: { path: { id: card.id }, header: onceOnly() },
        body: { signedOn, ...(money !== null && { amount: money }) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('form.win')} ready={ready} color="teal.9">
      <TextField label={t('form.signedOn')} type="date" max={today} value={signedOn} onChange={setSignedOn} required />
      {isBefore && (
        <Alert role="status" color="yellow" icon={<Icon name="warning" />}>
          {t('form.signedBefore', { day: sayDay(openedOn) })}
        </Alert>
      )}
      <AmountField
        label={t('form.signedAmount', { currency })}
        currency={currency}
        placeholder={sayMoney(card.amount)}
        value={amount}
        onChange={setAmount}
      />
    </WriteForm>
  );
};

const LoseForm = ({ card, onDone }: FormProps) => {
  const { t } = useTranslation('pipeline');
  const [reason, setReason] = useState('');
  const [competitor, setCompetitor] = useState('');
  const write = useWrite({
    changes: 'deal',
    done: () => t('form.lost', { name: card.name }),
    onDone,
    send: () =>
      api.POST('/api/deals/{id}/lose', {
        params: { path: { id: card.id }, header: onceOnly() },
        body: { reason, ...(competitor.trim() !== '' && { competitor }) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('form.lose')} ready={reason.trim() !== ''} color="red.9">
      <TextField label={t('form.lostReason')} value={reason} onChange={setReason} required data-autofocus />
      <TextField label={t('form.competitor')} value={competitor} onChange={setCompetitor} />
    </WriteForm>
  );
};
