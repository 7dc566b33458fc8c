import { expect, it } from 'vitest';
import { isId } from './ids.js';

it('is up to 64 letters, digits and . _ ~ -, but no step from one folder to another', () => {
  expect(['a', 'A-1', 'x.y', '...', '.a', '~', 'x'.repeat(64)].filter((text) => !isId(text))).toEqual([]);
  expect(['', '.', '..', 'a b', 'a/b', 'ü', 'x'.repeat(65), 'a\n', 5, null].filter(isId)).toEqual([]);
});
