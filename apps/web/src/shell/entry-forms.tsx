import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shared/form-dialog.js';
import { CallForm } from './call-form.js';
import { CustomerForm } from './customer-form.js';
import { DealForm } from './deal-form.js';
import { NoteForm } from './note-form.js';
import { closeEntry, type Entry } from './open-entry.js';

export const EntryForm = ({ entry }: Readonly<{ entry: Entry }>) => {
  const { t } = useTranslation('shell');
  return (
    <FormDialog onClose={closeEntry} title={t(`palette.${entry.kind}`)}>
      <FormOf entry={entry} />
    </FormDialog>
  );
};

const FormOf = ({ entry }: Readonly<{ entry: Entry }>) => {
  const about = { ...(entry.customerId !== undefined && { customerId: entry.customerId }), onDone: closeEntry };
  switch (entry.kind) {
    case 'deal':
      return <DealForm {...about} />;
    case 'call':
      return <CallForm {...about} />;
    case 'note':
      return <NoteForm {...about} />;
    case 'customer':
      return <CustomerForm onDone={closeEntry} />;
  }
};
