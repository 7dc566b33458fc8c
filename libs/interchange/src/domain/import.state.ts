import type { Decider } from '#kernel/event.js';
import type { ImportCommitted, ImportCompleted, ImportEvent, ImportUploaded } from './import.events.js';

export type Import = ImportUploaded['data'] &
  Readonly<{
    committedBy: ImportCommitted['data']['committedBy'] | null;
    completed: Omit<ImportCompleted['data'], 'importId'> | null;
  }>;

export const importDecider: Decider<Import | null, ImportEvent> = {
  category: 'import',
  types: {
    ImportUploaded: 'import-uploaded.v1',
    ImportCommitted: 'import-committed.v1',
    ImportCompleted: 'import-completed.v1',
  },
  initial: null,
  evolve: (state, event) => {
    if (event.type === 'ImportUploaded') return { ...event.data, committedBy: null, completed: null };
    if (state === null) throw new Error(`${event.type} before ImportUploaded`);
    switch (event.type) {
      case 'ImportCommitted':
        return { ...state, committedBy: event.data.committedBy };
      case 'ImportCompleted': {
        const { importId: _importId, ...completed } = event.data;
        return { ...state, completed };
      }
    }
  },
};
