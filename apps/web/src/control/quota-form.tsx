import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { useRepChoices, useTeamChoices } from '../api/people.js';
import { periodOf } from '../api/periods.js';
import { useTime } from '../api/time.js';
import { moneyOf } from '../shared/money-text.js';
import { useWrite } from '../shared/use-write.js';
import { AmountField, TextField, WriteForm } from '../shared/write-form.js';

const MEASURES = ['amount', 'deals', 'activities'] as const;
type Measure = (typeof MEASURES)[number];

/** Sets the quota of a rep or a team: an amount, or a number of deals or activities. */
export const QuotaForm = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation('control');
  const { currency, fiscalYearStart } = useCompany();
  const { today } = useTime();
  const reps = useRepChoices();
  const teams = useTeamChoices();
  const [whose, setWhose] = useState<string | null>(null);
  const [period, setPeriod] = useState(periodOf(today, 'quarter', fiscalYearStart));
  const [measure, setMeasure] = useState<Measure>('amount');
  const [text, setText] = useState('');
  const goal = goalOf(measure, text, currency);
  const [kind, id] = whose?.split(' ') ?? [];
  const write = useWrite({
    changes: 'quota',
    done: () => t('quotas.isSet'),
    onDone,
    send: () =>
      api.POST('/api/quotas', {
        params: { header: onceOnly() },
        body: { period, ...goal, ...(kind === 'rep' ? { repId: id ?? '' } : { teamId: id ?? '' }) },
      }),
  });
  const grouped = [
    { group: t('reps.title'), items: reps.map(({ value, label }) => ({ value: `rep ${value}`, label })) },
    { group: t('teams.title'), items: teams.map(({ value, label }) => ({ value: `team ${value}`, label })) },
  ];
  const field = { value: text, onChange: setText, required: true };
  return (
    <WriteForm write={write} submit={t('quotas.set')} ready={whose !== null && goal !== null && period !== ''}>
      <Select label={t('quotas.whose')} data={grouped} value={whose} onChange={setWhose} searchable required />
      <TextField
        label={t('quotas.period')}
        description={t('quotas.periodHint')}
        value={period}
        onChange={setPeriod}
        required
      />
      <Select
        label={t('quotas.measure')}
        data={MEASURES.map((value) => ({ value, label: t(`quotas.measures.${value}`) }))}
        value={measure}
        onChange={(value) => setMeasure((value ?? 'amount') as Measure)}
        allowDeselect={false}
      />
      {measure === 'amount' ? (
        <AmountField label={t('quotas.amountIn', { currency })} currency={currency} {...field} />
      ) : (
        <TextField label={t('quotas.howMany')} inputMode="numeric" {...field} />
      )}
    </WriteForm>
  );
};

/** Null: the text is no amount, or no number. */
const goalOf = (measure: Measure, text: string, currency: string) => {
  if (measure === 'amount') {
    const amount = moneyOf(text, currency);
    return amount && { amount };
  }
  return /^\d{1,9}$/.test(text.trim()) ? { measure, target: Number(text) } : null;
};
