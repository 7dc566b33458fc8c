import { describe, expect, it } from 'vitest';
import type { Recorded } from '#kernel/event.js';
import { notebookPages } from '#testing/notebook-pages.js';
import { type AnyProjection, keyIn } from './projection.js';

const event = { type: 'NoteTaken', stream: 'notebook-n', data: {} } as unknown as Recorded;
const unreadable: Recorded = { ...event, unreadable: 'says nothing' };
const keyedBy = (keyOf: () => unknown): AnyProjection => ({ ...notebookPages('pages'), keyOf: keyOf as () => string });
const fails = () => {
  throw new TypeError('There is no book');
};

describe('the key of an event that cannot be read', () => {
  it.each([
    ['what it tells', () => 'n', 'n'],
    ['none, where it tells that it is none', () => null, null],
    ['its stream, where it tells nothing', () => undefined, 'notebook-n'],
    ['its stream, where it cannot even be asked', fails, 'notebook-n'],
  ])('is %s', (_, keyOf, expected) => {
    expect(keyIn(keyedBy(keyOf), unreadable)).toBe(expected);
  });

  it('is what it tells where it can be read, or a bug', () => {
    expect(() => keyIn(keyedBy(fails), event)).toThrow('There is no book');
  });
});
