import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import type { Deal } from '../api/deals.js';
import { useRepName } from '../api/people.js';
import { useFormats } from '../shared/formats.js';
import { moneyOf } from '../shared/money-text.js';
import { RepChoice } from '../shared/rep-choice.js';
import { AmountField, TextField } from '../shared/write-form.js';
import { ChangeForm } from './change-form.js';
import { useDealWrite } from './use-deal-write.js';

export type DealFormProps = Readonly<{ deal: Deal; onDone: () => void }>;

export const AmountForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { money: sayMoney, major } = useFormats();
  const { currency } = deal.amount;
  const [text, setText] = useState(String(major(deal.amount)));
  const amount = moneyOf(text, currency);
  const write = useDealWrite(deal, {
    done: t('changedTo', { fact: t('amount'), name: deal.name }),
    onDone,
    send: (params) =>
      api.POST('/api/deals/{id}/amount', { params, body: { amount: amount ?? { amount: 0, currency } } }),
  });
  return (
    <ChangeForm
      write={write}
      submit={t('shared:save')}
      ready={amount !== null}
      now={sayMoney(deal.amount)}
      cancel={onDone}
    >
      <AmountField label={t('amountIn', { currency })} currency={currency} value={text} onChange={setText} required />
    </ChangeForm>
  );
};

export const CloseOnForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { day } = useFormats();
  const { expectedCloseOn } = deal;
  const [text, setText] = useState(expectedCloseOn ?? '');
  const write = useDealWrite(deal, {
    done: t('changedTo', { fact: t('expectedCloseOn'), name: deal.name }),
    onDone,
    send: (params) =>
      api.POST('/api/deals/{id}/reschedule', { params, body: { expectedCloseOn: text === '' ? null : text } }),
  });
  const now = expectedCloseOn === null ? t('notKnown') : day(expectedCloseOn);
  return (
    <ChangeForm write={write} submit={t('shared:save')} now={now} cancel={onDone}>
      <TextField
        label={t('expectedCloseOn')}
        description={t('emptyIsUnknown')}
        type="date"
        value={text}
        onChange={setText}
      />
    </ChangeForm>
  );
};

export const OwnerForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const nameOf = useRepName();
  const [ownerId, setOwner] = useState(deal.ownerId);
  const write = useDealWrite(deal, {
    done: t('changedTo', { fact: t('owner'), name: deal.name }),
    onDone,
    send: (params) => api.POST('/api/deals/{id}/reassign', { params, body: { ownerId } }),
  });
  const now = deal.ownerId === null ? t('shared:noOwner') : nameOf(deal.ownerId);
  return (
    <ChangeForm write={write} submit={t('shared:save')} now={now} cancel={onDone}>
      <RepChoice label={t('owner')} value={ownerId} onChange={setOwner} placeholder={t('shared:noOwner')} />
    </ChangeForm>
  );
};

const AS_STAGE = 'asStage';
const CATEGORIES = [AS_STAGE, 'pipeline', 'bestCase', 'commit', 'omitted'] as const;
type Category = (typeof CATEGORIES)[number];

export const CategoryForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const [category, setCategory] = useState<Category>(deal.forecastCategory ?? AS_STAGE);
  const write = useDealWrite(deal, {
    done: t('changedTo', { fact: t('category'), name: deal.name }),
    onDone,
    send: (params) =>
      api.POST('/api/deals/{id}/category', {
        params,
        body: { forecastCategory: category === AS_STAGE ? null : category },
      }),
  });
  const now = t(`categories.${deal.forecastCategory ?? AS_STAGE}`);
  return (
    <ChangeForm write={write} submit={t('shared:save')} now={now} cancel={onDone}>
      <Select
        label={t('category')}
        data={CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
        value={category}
        onChange={(value) => setCategory((value ?? AS_STAGE) as Category)}
        allowDeselect={false}
      />
    </ChangeForm>
  );
};
