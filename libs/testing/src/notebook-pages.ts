import { type Projection, recordIdOf } from '#projections/projection.js';
import { type NotebookEvent, notebookDecider } from './notebook.js';

export type NotebookPage = Readonly<{ id: string; notes: readonly string[] }>;
export type NoteRow = Readonly<{ notebook: string; place: number; text: string }>;

/** A read model of notebooks with a row for each note. `name` keeps those of several specs apart in one store. */
export const notebookPages = (name: string): Projection<NotebookEvent, NotebookPage, NoteRow> => {
  const collection = name.replaceAll('-', '_');
  return {
    name,
    version: 1,
    types: ['NotebookOpened', 'NoteTaken'],
    documents: { name: `${collection}_pages`, columns: { id: 'text' }, indexes: { byId: ['id'] } },
    rows: {
      name: `${collection}_rows`,
      columns: { notebook: 'text', place: 'integer', text: 'text' },
      indexes: { byNotebook: ['notebook', 'place'] },
    },
    keyOf: (event) => recordIdOf(event, notebookDecider.category),
    evolve: (page, event) => {
      const id = recordIdOf(event, notebookDecider.category);
      const { notes } = page ?? { notes: [] };
      if (event.type === 'NotebookOpened') return { doc: { id, notes } };
      const { text } = event.data;
      const row = { notebook: id, place: notes.length, text };
      return { doc: { id, notes: [...notes, text] }, rows: [[`${id}~${notes.length}`, row]] };
    },
  };
};
