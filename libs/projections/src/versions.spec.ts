import { expect, it } from 'vitest';
import type { Recorded } from '#kernel/event.js';
import { type Notebook, type NotebookEvent, notebookDecider } from '#testing/notebook.js';
import { stateAt, type Versions, versionsOf } from './versions.js';

const books = versionsOf(notebookDecider, { name: 'books', version: 1 });

const at = (second: string) => `2026-03-01T10:00:0${second}Z`;
const event = (n: number, recorded: string, fact: Pick<NotebookEvent, 'type' | 'data'>) =>
  ({
    ...fact,
    ...{ id: `e${n}`, stream: 'notebook-n', revision: BigInt(n), position: BigInt(n) },
    meta: {
      ...{ at: at('0.000'), recordedAt: at(recorded), by: 'ann', source: 'api' },
      ...{ commandId: `c${n}`, correlationId: `c${n}` },
    },
  }) as Recorded<NotebookEvent>;

it('a record knows of its facts in their order, also where the clock of the log went back', () => {
  const doc = [
    event(0, '1.000', { type: 'NotebookOpened', data: { title: 'Notes' } }),
    event(1, '5.000', { type: 'NoteTaken', data: { text: 'a', before: 0 } }),
    event(2, '4.200', { type: 'NoteTaken', data: { text: 'b', before: 1 } }),
    event(3, '6.000', { type: 'NoteTaken', data: { text: 'c', before: 2 } }),
  ].reduce<Versions<Notebook> | null>((before, one) => books.evolve(before, one).doc, null);
  const notesKnownAt = (second: string) => stateAt(doc, at('9.000'), at(second))?.notes;
  expect(['0.900', '1.000', '4.500', '5.000', '5.900', '6.000'].map(notesKnownAt)).toEqual([
    undefined,
    [],
    [],
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);
});
