import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shared/form-dialog.js';
import { CallForm } from './call-form.js';
import { CustomerForm } from './customer-form.js';
import { DealForm } from './deal-form.js';
import { EmailForm } from './email-form.js';
import { MeetingForm } from './meeting-form.js';
import { NoteForm } from './note-form.js';
import { closeEntry, type Entry } from './open-entry.js';
import { TaskForm } from './task-form.js';

export const EntryForm = ({ entry }: Readonly<{ entry: Entry }>) => {
  const { t } = useTranslation('shell');
  return (
    <FormDialog onClose={closeEntry} title={t(`palette.${entry.kind}`)}>
      <FormOf entry={entry} />
    </FormDialog>
  );
};

const FormOf = ({ entry }: Readonly<{ entry: Entry }>) => {
  const { kind: _, ...of } = entry;
  const about = { ...of, onDone: closeEntry };
  switch (entry.kind) {
    case 'deal':
      return <DealForm {...about} />;
    case 'call':
      return <CallForm {...about} />;
    case 'email':
      return <EmailForm {...about} />;
    case 'meeting':
      return <MeetingForm {...about} />;
    case 'note':
      return <NoteForm {...about} />;
    case 'task':
      return <TaskForm {...about} />;
    case 'customer':
      return <CustomerForm onDone={closeEntry} />;
  }
};
