import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { TextField } from '../shared/write-form.js';
import { ChangeForm } from './change-form.js';
import type { DealFormProps } from './fact-forms.js';
import { useDealWrite } from './use-deal-write.js';
import { undoReopen } from './writes.js';

/** A closed deal goes on in the stage in which it was closed. */
export const ReopenForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'customer']);
  const [reason, setReason] = useState('');
  const write = useDealWrite(deal, {
    done: t('reopened', { name: deal.name }),
    onDone,
    undo: undoReopen,
    send: (params) => api.POST('/api/deals/{id}/reopen', { params, body: { reason } }),
  });
  return (
    <ChangeForm
      write={write}
      submit={t('reopen')}
      ready={reason.trim() !== ''}
      now={t(`customer:status.${deal.status}`)}
      cancel={onDone}
    >
      <TextField label={t('reopenWhy')} value={reason} onChange={setReason} required />
    </ChangeForm>
  );
};
