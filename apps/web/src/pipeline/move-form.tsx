import { Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { dealById } from '../api/deals.js';
import { processes } from '../api/people.js';
import { FormDialog } from '../shared/form-dialog.js';
import { RepChoice } from '../shared/rep-choice.js';
import { Loading, Refusal } from '../shared/states.js';
import { AmountField, WriteForm } from '../shared/write-form.js';
import { asWords, isFilled, isGiven, type OwnField, ownFields } from './required-fields.js';
import type { Moves, Needed } from './use-moves.js';

type MoveFormProps = Readonly<{
  moves: Moves;
  needed: Needed;
  stages: readonly Readonly<{ id: string; name: string }>[];
  processId: string;
}>;

/** What a move lacks: the fields that the stage requires, or why a deal goes back. */
export const MoveForm = ({ moves, needed, stages, processId }: MoveFormProps) => {
  const { t } = useTranslation('pipeline');
  const stage = stages.find(({ id }) => id === needed.move.to)?.name ?? '';
  return (
    <FormDialog
      onClose={moves.giveUp}
      title={t(needed.what === 'fields' ? 'form.fieldsTitle' : 'form.reasonTitle', { stage })}
    >
      {needed.what === 'reason' && <ReasonForm moves={moves} />}
      {needed.what === 'fields' && <FieldsForm moves={moves} needed={needed} stage={stage} processId={processId} />}
    </FormDialog>
  );
};

const ReasonForm = ({ moves }: Readonly<{ moves: Moves }>) => {
  const { t } = useTranslation('pipeline');
  const [reason, setReason] = useState('');
  const write = useMutation<void, Error>({ mutationFn: () => moves.supply({ reason }) });
  return (
    <WriteForm write={write} submit={t('form.move')} ready={reason.trim() !== ''}>
      <Textarea
        label={t('form.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        required
        autosize
        minRows={2}
      />
    </WriteForm>
  );
};

type FieldsFormProps = Readonly<{ moves: Moves; needed: Needed; stage: string; processId: string }>;

const FieldsForm = ({ moves, needed, stage, processId }: FieldsFormProps) => {
  const { t } = useTranslation('pipeline');
  const { currency } = useCompany();
  const { card, to } = needed.move;
  const { data: known } = useQuery(processes);
  const { data: deal, error: unread } = useQuery(dealById(card.id));
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const required = known?.find(({ id }) => id === processId)?.stages.find(({ id }) => id === to)?.requires;
  const missing = deal && required ? required.filter((field) => !isFilled(deal, field)) : null;

  const write = useMutation<void, Error>({
    mutationFn: async () => {
      const own = (missing ?? []).filter((field): field is OwnField => field in ownFields);
      for (const field of own) await answered(ownFields[field](card.id, values[field] ?? '', currency, onceOnly()));
      const fields = Object.fromEntries(Object.entries(values).filter(([field]) => !(field in ownFields)));
      await moves.supply({ fields });
    },
  });
  if (unread) return <Refusal error={unread} />;
  if (missing === null) return <Loading lines={3} />;
  const set = (field: string) => (value: string) => setValues((old) => ({ ...old, [field]: value }));
  return (
    <WriteForm
      write={write}
      submit={t('form.move')}
      ready={missing.every((field) => isGiven(field, values[field] ?? '', currency))}
    >
      <Text c="dimmed">{t('form.fieldsHint', { name: card.name, stage })}</Text>
      {missing.map((field) => (
        <RequiredField key={field} field={field} value={values[field] ?? ''} onChange={set(field)} />
      ))}
    </WriteForm>
  );
};

type RequiredFieldProps = Readonly<{ field: string; value: string; onChange: (value: string) => void }>;

const RequiredField = ({ field, value, onChange }: RequiredFieldProps) => {
  const { t } = useTranslation('pipeline');
  const { currency } = useCompany();
  if (field === 'ownerId') {
    return <RepChoice label={t('form.ownerId')} value={value || null} onChange={(id) => onChange(id ?? '')} required />;
  }
  const input = {
    value,
    required: true,
    onChange: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  if (field === 'expectedCloseOn') return <TextInput label={t('form.expectedCloseOn')} type="date" {...input} />;
  if (field === 'amount') {
    return <AmountField label={t('form.amount', { currency })} currency={currency} {...{ value, onChange }} required />;
  }
  return <TextInput label={asWords(field)} type={/On$/.test(field) ? 'date' : 'text'} {...input} />;
};
