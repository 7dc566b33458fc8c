import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, sameJson } from './json.js';

describe('sameJson', () => {
  it('holds for a value and its own copy', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameJson(value as Json, JSON.parse(JSON.stringify(value)))).toBe(true);
      }),
    );
  });

  it('agrees with the text of two values whose keys stand in one order', () => {
    const value = fc.oneof(
      fc.constantFrom<Json>(null, 0, 1, '', 'a', true, false, [], {}),
      fc.array(fc.constantFrom<Json>(null, 0, 1), { maxLength: 2 }),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameJson({ a, b }, { a: b, b: a })).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('looks past the order of keys and not past the order of a list', () => {
    expect(sameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });

  it('tells a missing key from a null, and a list from an object', () => {
    expect(sameJson({ a: null }, { b: null })).toBe(false);
    expect(sameJson({ a: null }, {})).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });
});
