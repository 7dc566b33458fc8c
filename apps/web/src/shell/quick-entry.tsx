import { lazy, Suspense } from 'react';
import { useOpenEntry } from './open-entry.js';

// Most visits enter nothing: the forms come when one is opened.
const EntryForm = lazy(async () => ({ default: (await import('./entry-forms.js')).EntryForm }));

/** The form that was opened from anywhere. */
export const QuickEntry = () => {
  const entry = useOpenEntry();
  return <Suspense fallback={null}>{entry !== null && <EntryForm entry={entry} />}</Suspense>;
};
