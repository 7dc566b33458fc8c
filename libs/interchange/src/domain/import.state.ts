import type { Decider } from '#kernel/event.js';
import type {
  DuplicateChoice,
  ImportCommitted,
  ImportCompleted,
  ImportEvent,
  ImportUploaded,
} from './import.events.js';

export type Import = ImportUploaded['data'] &
  Readonly<{
    committedBy: ImportCommitted['data']['committedBy'] | null;
    /** Null: not chosen yet, as it is not committed. */
    duplicates: DuplicateChoice | null;
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
    if (event.type === 'ImportUploaded') {
      return { ...event.data, committedBy: null, duplicates: null, completed: null };
    }
    if (state === null) throw new Error(`${event.type} before ImportUploaded`);
    switch (event.type) {
      case 'ImportCommitted': {
        const { committedBy, duplicates = 'create' } = event.data;
        return { ...state, committedBy, duplicates };
      }
      case 'ImportCompleted': {
        const { importId: _importId, ...completed } = event.data;
        return { ...state, completed };
      }
    }
  },
};
