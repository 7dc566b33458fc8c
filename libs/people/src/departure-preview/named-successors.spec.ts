import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isId } from '#kernel/ids.js';
import { namedSuccessors } from './named-successors.js';

it('reads who takes over, with a share of 1 for whom none is given', () => {
  expect(namedSuccessors('ann:3,bob,cy.d~e:0.25')).toEqual([
    { ownerId: 'ann', share: 3 },
    { ownerId: 'bob', share: 1 },
    { ownerId: 'cy.d~e', share: 0.25 },
  ]);
});

it.each([
  '',
  ',',
  'ann,',
  'ann,ann',
  'ann:1,ann:2',
  'ann:0',
  'ann:-1',
  'ann:1e3',
  'ann:',
  'ann:1:2',
  'a b',
  'ann:1000001',
])('takes %j for none of that', (text) => expect(namedSuccessors(text)).toBeNull());

it('takes no more than a hundred, as a departure does', () => {
  const people = (count: number) => Array.from({ length: count }, (_, at) => `r${at}`).join(',');
  expect(namedSuccessors(people(100))).toHaveLength(100);
  expect(namedSuccessors(people(101))).toBeNull();
});

it('reads what it is written as', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9._~-]{1,64}$/).filter(isId);
  const successor = fc.record({ ownerId: id, share: fc.integer({ min: 1, max: 1_000_000 }) });
  const successors = fc.uniqueArray(successor, { minLength: 1, maxLength: 100, selector: ({ ownerId }) => ownerId });
  fc.assert(
    fc.property(successors, (named) => {
      expect(namedSuccessors(named.map(({ ownerId, share }) => `${ownerId}:${share}`).join(','))).toEqual(named);
    }),
  );
});
