import type { Decider, DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { type Outcome, reject } from '#kernel/outcome.js';

// The smallest record that tells who decided on what: each note says how many were there when it was decided.

export type NotebookEvent =
  | DomainEvent<'NotebookOpened', { title: string }>
  | DomainEvent<'NoteTaken', { text: string; before: number }>;

export type Notebook = Readonly<{ title: string; openedAt: Instant; notes: readonly string[] }>;

export const notebookDecider: Decider<Notebook | null, NotebookEvent> = {
  category: 'notebook',
  types: { NotebookOpened: 'notebook-opened.v1', NoteTaken: 'note-taken.v1' },
  initial: null,
  evolve: (notebook, { type, data }, at) => {
    switch (type) {
      case 'NotebookOpened':
        return { title: data.title, openedAt: at, notes: [] };
      case 'NoteTaken':
        return notebook && { ...notebook, notes: [...notebook.notes, data.text] };
    }
  },
};

export const openNotebook =
  (title = 'Notes') =>
  (notebook: Notebook | null): Outcome<NotebookEvent, 'Opened'> => {
    if (notebook === null) return [{ type: 'NotebookOpened', data: { title } }];
    return notebook.title === title ? [] : reject('Opened', 'It was opened under another title');
  };

/** Takes all of the notes at once, as one command; an empty text is refused, no text at all changes nothing. */
export const takeNotes =
  (...texts: readonly string[]) =>
  (notebook: Notebook): Outcome<NotebookEvent, 'Empty'> =>
    texts.includes('')
      ? reject('Empty', 'A note says something')
      : texts.map((text, n) => ({ type: 'NoteTaken', data: { text, before: notebook.notes.length + n } }));
