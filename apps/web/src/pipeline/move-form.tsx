import { Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, onceOnly } from '../api/client.js';
import { dealById } from '../api/deals.js';
import { processes } from '../api/people.js';
import { FormDialog } from '../shared/form-dialog.js';
import { RepChoice } from '../shared/rep-choice.js';
import { Loading, Refusal } from '../shared/states.js';
import { AmountField, WriteForm } from '../shared/write-form.js';
import type { Move } from './moves.js';
import { asWords, isFilled, isGiven, type OwnField, ownFields } from './required-fields.js';
import type { Moves, Needed } from './use-moves.js';
import type { Given } from './use-send-move.js';

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
      {needed.what === 'reason' && <ReasonForm supply={moves.supply} />}
      {needed.what === 'fields' && (
        <FieldsForm move={needed.move} supply={moves.supply} stage={stage} processId={processId} />
      )}
    </FormDialog>
  );
};

/** Sends the move; `revision`: the one that the deal has since the form itself wrote a field of it. */
type Supply = (given: Given, revision?: string) => Promise<void>;

/** Why a deal goes back. */
export const ReasonForm = ({ supply }: Readonly<{ supply: Supply }>) => {
  const { t } = useTranslation('pipeline');
  const [reason, setReason] = useState('');
  const write = useMutation<void, Error>({ mutationFn: () => supply({ reason }) });
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

type FieldsFormProps = Readonly<{ move: Move; supply: Supply; stage: string; processId: string }>;

/** The fields that a stage requires and the deal lacks. */
export const FieldsForm = ({ move: { card, to }, supply, stage, processId }: FieldsFormProps) => {
  const { t } = useTranslation('pipeline');
  const { currency } = card.amount;
  const { data: known } = useQuery(processes);
  const { data: deal, error: unread } = useQuery(dealById(card.id));
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const required = known?.find(({ id }) => id === processId)?.stages.find(({ id }) => id === to)?.requires;
  const missing = deal && required ? required.filter((field) => !isFilled(deal, field)) : null;

  const write = useMutation<void, Error>({
    mutationFn: async () => {
      const own = (missing ?? []).filter((field): field is OwnField => field in ownFields);
      let revision: string | undefined;
      for (const field of own) {
        ({ revision } = await answered(ownFields[field](card.id, values[field] ?? '', currency, onceOnly())));
      }
      const fields = Object.fromEntries(Object.entries(values).filter(([field]) => !(field in ownFields)));
      await supply({ fields }, revision);
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
      {missing.length > 0 && <Text c="dimmed">{t('form.fieldsHint', { name: card.name, stage })}</Text>}
      {missing.map((field) => (
        <RequiredField
          key={field}
          field={field}
          currency={currency}
          value={values[field] ?? ''}
          onChange={set(field)}
        />
      ))}
    </WriteForm>
  );
};

type RequiredFieldProps = Readonly<{
  field: string;
  currency: string;
  value: string;
  onChange: (value: string) => void;
}>;

const RequiredField = ({ field, currency, value, onChange }: RequiredFieldProps) => {
  const { t } = useTranslation('pipeline');
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
