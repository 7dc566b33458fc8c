import { Button, Stack, TextInput, type TextInputProps } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFirstField } from './first-field.js';
import { useFormats } from './formats.js';
import { readMoney } from './money-text.js';
import { Refusal } from './states.js';

type WriteFormProps = Readonly<{
  /** As `useWrite` gives it. */
  write: Readonly<{ mutate: () => void; error: Error | null; isPending: boolean }>;
  /** What the button says. */
  submit: string;
  /** False while something is missing. */
  ready?: boolean;
  color?: string;
  /** Gives up what was typed, where the form stands in the page. */
  cancel?: (() => void) | undefined;
  children?: ReactNode;
}>;

/** A form around one write: Enter sends it, and a refusal stands above its button. */
export const WriteForm = ({ write, submit, ready = true, color, cancel, children }: WriteFormProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = write;
  const form = useFirstField();
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <form ref={form} onSubmit={send}>
      <Stack>
        {children}
        <Refusal error={error} />
        <Button type="submit" loading={isPending} disabled={!ready} {...(color !== undefined && { color })}>
          {submit}
        </Button>
        {cancel && (
          <Button variant="default" onClick={cancel}>
            {t('cancel')}
          </Button>
        )}
      </Stack>
    </form>
  );
};

type TextFieldProps = Omit<TextInputProps, 'onChange' | 'value'> &
  Readonly<{ value: string; onChange: (text: string) => void }>;

export const TextField = ({ onChange, ...field }: TextFieldProps) => (
  <TextInput {...field} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
);

const AMOUNT_ORDER: NonNullable<TextInputProps['inputWrapperOrder']> = ['label', 'input', 'description', 'error'];

/** An amount as a person types it, and below as what it is read; the form reads it by `moneyOf`. */
export const AmountField = ({ currency, ...field }: TextFieldProps & Readonly<{ currency: string }>) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const read = field.value.trim() === '' ? null : readMoney(field.value, currency);
  const isRead = read !== null && typeof read !== 'string';
  const refusal = { none: t('noAmount'), ambiguous: t('ambiguousAmount', { text: field.value.trim() }) };
  return (
    <TextField
      {...field}
      inputMode="decimal"
      description={isRead && t('readAs', { amount: money(read) })}
      inputWrapperOrder={AMOUNT_ORDER}
      error={typeof read === 'string' && refusal[read]}
    />
  );
};
