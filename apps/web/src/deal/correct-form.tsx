import { Alert, Checkbox, Group, Select, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { dayOf, startOfDay } from '../api/days.js';
import { type Deal, dealById } from '../api/deals.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { moneyOf } from '../shared/money-text.js';
import { NOBODY, RepChoice } from '../shared/rep-choice.js';
import { AmountField, TextField } from '../shared/write-form.js';
import { ChangeForm } from './change-form.js';
import type { DealFormProps } from './fact-forms.js';
import { useDealWrite } from './use-deal-write.js';
import { useProcessOf } from './use-process-of.js';

/** As they are typed; `isUnknown`: no date was expected, which an empty one does not say. */
type Changes = Readonly<{
  amount: string;
  stage: string | null;
  expectedCloseOn: string;
  isUnknown: boolean;
  ownerId: string | null;
}>;

const NONE: Changes = { amount: '', stage: null, expectedCloseOn: '', isUnknown: false, ownerId: null };

/** Corrects what was true from a day on. What was known before stays as it was known. */
export const CorrectForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { timeZone } = useCompany();
  const { today } = useTime();
  const opened = dayOf(new Date(deal.openedAt), timeZone);
  const [day, setDay] = useState(today);
  const [changes, setChanges] = useState(NONE);
  const [reason, setReason] = useState('');
  const { currency } = deal.amount;
  const amount = moneyOf(changes.amount, currency);
  // On the day of its opening the deal was there only from then on.
  const effectiveAt = day <= opened ? deal.openedAt : startOfDay(day, timeZone);
  const { stage, isUnknown, ownerId } = changes;
  const expectedCloseOn = isUnknown ? null : changes.expectedCloseOn;
  const isAny = changes.amount !== '' || stage !== null || expectedCloseOn !== '' || ownerId !== null;
  const write = useDealWrite(deal, {
    done: t('corrected', { name: deal.name }),
    onDone,
    send: (params) =>
      api.POST('/api/deals/{id}/correct', {
        params,
        body: {
          effectiveAt,
          reason,
          changes: {
            ...(amount !== null && { amount }),
            ...(stage !== null && { stage }),
            ...(expectedCloseOn !== '' && { expectedCloseOn }),
            ...(ownerId !== null && { ownerId: ownerId === NOBODY ? null : ownerId }),
          },
        },
      }),
  });
  const ready = day !== '' && isAny && (changes.amount === '' || amount !== null) && reason.trim() !== '';
  return (
    <ChangeForm write={write} submit={t('correct')} ready={ready} cancel={onDone}>
      <Alert icon={<Icon name="clock" />}>{t('correctHint')}</Alert>
      <TextField label={t('correctFrom')} type="date" min={opened} max={today} value={day} onChange={setDay} required />
      <Corrected deal={deal} at={effectiveAt} changes={changes} set={(to) => setChanges({ ...changes, ...to })} />
      <TextField label={t('correctWhy')} value={reason} onChange={setReason} required />
    </ChangeForm>
  );
};

type CorrectedProps = Readonly<{ deal: Deal; at: string; changes: Changes; set: (to: Partial<Changes>) => void }>;

/** What can be corrected, each beside what is known of that day; empty: it was so. */
const Corrected = ({ deal, at, changes, set }: CorrectedProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { money, day } = useFormats();
  const nameOf = useRepName();
  const stages = useProcessOf(deal)?.stages ?? [];
  const { data: then } = useQuery({ ...dealById(deal.id, { asOf: at }), placeholderData: keepPreviousData });
  const { currency } = deal.amount;
  const known = (value: string | undefined) => value && t('knownAs', { value });
  const stageThen = stages.find(({ id }) => id === then?.stage)?.name ?? then?.stage;
  const closeThen = then && (then.expectedCloseOn === null ? t('notKnown') : day(then.expectedCloseOn));
  const ownerThen = then && (then.ownerId === null ? t('shared:noOwner') : nameOf(then.ownerId));
  return (
    <>
      <Group grow align="start">
        <AmountField
          label={t('amountIn', { currency })}
          placeholder={known(then && money(then.amount))}
          currency={currency}
          value={changes.amount}
          onChange={(amount) => set({ amount })}
        />
        <Select
          label={t('stage')}
          placeholder={known(stageThen)}
          data={stages.map(({ id, name }) => ({ value: id, label: name }))}
          value={changes.stage}
          onChange={(stage) => set({ stage })}
          clearable
        />
      </Group>
      <Group grow align="start">
        <Stack gap="xs">
          <TextField
            label={t('expectedCloseOn')}
            description={known(closeThen)}
            inputWrapperOrder={['label', 'input', 'description']}
            type="date"
            value={changes.expectedCloseOn}
            onChange={(expectedCloseOn) => set({ expectedCloseOn })}
            disabled={changes.isUnknown}
          />
          <Checkbox
            label={t('correctNoDate')}
            checked={changes.isUnknown}
            onChange={({ currentTarget: { checked } }) => set({ isUnknown: checked })}
          />
        </Stack>
        <RepChoice
          label={t('owner')}
          placeholder={known(ownerThen) ?? ''}
          value={changes.ownerId}
          onChange={(ownerId) => set({ ownerId })}
          nobody={t('shared:noOwner')}
        />
      </Group>
    </>
  );
};
