import { Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import type { CallKind } from '../api/forecasts.js';
import { moneyOf } from '../shared/money-text.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { useWrite } from '../shared/use-write.js';
import { AmountField, WriteForm } from '../shared/write-form.js';

const UP_TO = ['commit', 'bestCase', 'pipeline'] as const;
type UpTo = (typeof UP_TO)[number];

type CallFormProps = Readonly<{ kind: CallKind; period: string; onDone: () => void }>;

/** What somebody says will close, up to a category; a rep's own forecast at first. */
export const CallForm = ({ kind, period, onDone }: CallFormProps) => {
  const { t } = useTranslation('forecast');
  const { currency } = useCompany();
  const likely = useLikelyRep(null);
  const [chosen, setOwner] = useState<string | null>(null);
  const [category, setCategory] = useState<UpTo>('commit');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const owner = chosen ?? likely;
  const amount = moneyOf(text, currency);
  const write = useWrite({
    changes: `forecast-${kind}`,
    done: () => t(`${kind}.done`, { period }),
    onDone,
    send: () => {
      const said = { ownerId: owner ?? '', category, ...(note.trim() !== '' && { note }) };
      const body = { ...said, amount: amount ?? { amount: 0, currency } };
      const request = { params: { path: { period }, header: onceOnly() }, body };
      return kind === 'adjustment'
        ? api.POST('/api/forecasts/{period}/adjust', request)
        : api.POST('/api/forecasts/{period}/submit', request);
    },
  });
  return (
    <WriteForm write={write} submit={t(`${kind}.do`)} ready={owner !== null && amount !== null}>
      <Text size="sm" c="dimmed">
        {t(`${kind}.hint`)}
      </Text>
      <RepChoice label={t('whose')} value={owner} onChange={setOwner} required />
      <Select
        label={t('upTo')}
        description={t('upToHint')}
        value={category}
        onChange={(value) => setCategory((value ?? 'commit') as UpTo)}
        data={UP_TO.map((value) => ({ value, label: t(`category.${value}`) }))}
        allowDeselect={false}
      />
      <AmountField label={t('amount', { currency })} currency={currency} value={text} onChange={setText} required />
      <Textarea
        label={t('note')}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        autosize
        minRows={2}
      />
    </WriteForm>
  );
};
