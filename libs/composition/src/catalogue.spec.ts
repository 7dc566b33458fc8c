import { describe, expect, it } from 'vitest';
import { storedNames } from '#history/audit-log/audit-log.projection.js';
import { deciders, projections } from './catalogue.js';

describe('the catalogue', () => {
  it('has no event that the audit log does not show', () => {
    expect([...storedNames]).toEqual(deciders.flatMap(({ types }) => Object.entries<string>(types)));
  });

  it('has each projection and each collection once', () => {
    const collections = projections.flatMap(({ documents, rows }) => [documents.name, ...(rows ? [rows.name] : [])]);
    expect(new Set(projections.map(({ name }) => name)).size).toBe(projections.length);
    expect(new Set(collections).size).toBe(collections.length);
  });
});
