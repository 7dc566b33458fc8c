import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dealById } from '../api/deals.js';
import { LoseForm, WinForm } from '../deal/close-forms.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Loading, Refusal } from '../shared/states.js';
import type { Card } from './board.js';

export type Closing = Readonly<{ card: Card; how: 'win' | 'lose' }>;

type CloseFormProps = Readonly<{ closing: Closing; onDone: () => void }>;

/** A deal of the board is won or lost. */
export const CloseForm = ({ closing: { card, how }, onDone }: CloseFormProps) => {
  const { t } = useTranslation('pipeline');
  const { data: deal, error } = useQuery(dealById(card.id));
  const Form = how === 'win' ? WinForm : LoseForm;
  return (
    <FormDialog onClose={onDone} title={t(how === 'win' ? 'form.winTitle' : 'form.loseTitle', { name: card.name })}>
      {deal && <Form deal={deal} onDone={onDone} />}
      {!deal && (error ? <Refusal error={error} /> : <Loading lines={3} />)}
    </FormDialog>
  );
};
