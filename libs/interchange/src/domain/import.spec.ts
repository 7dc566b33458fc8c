import fc from 'fast-check';
import { describe, it } from 'vitest';
import { obeysDeciderLaws } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import { commitImport } from './commit-import.js';
import { completeImport } from './complete-import.js';
import type { ImportCommitted, ImportCompleted, ImportUploaded } from './import.events.js';
import { importDecider } from './import.state.js';
import { uploadImport } from './upload-import.js';

const importId = 'june';
const file = {
  importId,
  kind: 'customers',
  fileName: 'june.xlsx',
  sha256: 'ab',
  rows: 3,
  columns: { name: 'Company' },
};
const committedBy = { id: 'mara', role: 'manager' } as const;
const counts = { importId, rows: 3, accepted: 2, unchanged: 0, rejected: 1, repaired: 0, events: 2 };
const uploaded: ImportUploaded = { type: 'ImportUploaded', data: file };
const committed: ImportCommitted = { type: 'ImportCommitted', data: { importId, committedBy } };
const commit = { importId, committedBy, duplicates: null };
const completed: ImportCompleted = { type: 'ImportCompleted', data: counts };
const givenImport = given(importDecider);

describe('an import', () => {
  it('begins with a file', () => givenImport().when(uploadImport, file).then(uploaded));
  it('is of one file for good', () => {
    givenImport(uploaded, committed).when(uploadImport, file).thenNothing();
    givenImport(uploaded)
      .when(uploadImport, { ...file, sha256: 'cd' })
      .thenRejected('ImportAlreadyExists');
  });
  it('is committed once, with the rights of who did so first', () => {
    givenImport(uploaded).when(commitImport, commit).then(committed);
    givenImport(uploaded, committed)
      .when(commitImport, { ...commit, committedBy: { id: 'admin', role: 'admin' } })
      .thenNothing();
  });
  it('keeps what was chosen of duplicates when it was committed', () => {
    const skipping: ImportCommitted = { type: 'ImportCommitted', data: { importId, committedBy, duplicates: 'skip' } };
    givenImport(uploaded)
      .when(commitImport, { ...commit, duplicates: 'skip' })
      .then(skipping);
    givenImport(uploaded)
      .when(commitImport, { ...commit, duplicates: 'create' })
      .then(committed);
    givenImport(uploaded, skipping).when(commitImport, commit).thenNothing();
    givenImport(uploaded, skipping)
      .when(commitImport, { ...commit, duplicates: 'useExisting' })
      .thenRejected('ImportCommittedOtherwise');
    givenImport({ type: 'ImportUploaded', data: { ...file, kind: 'quotas' } })
      .when(commitImport, { ...commit, duplicates: 'skip' })
      .thenRejected('NoCustomersInImport');
  });
  it('is completed once, and only when committed', () => {
    givenImport(uploaded, committed).when(completeImport, counts).then(completed);
    givenImport(uploaded, committed, completed)
      .when(completeImport, { ...counts, events: 0 })
      .thenNothing();
    givenImport(uploaded).when(completeImport, counts).thenRejected('ImportNotCommitted');
  });
  it('obeys the laws of deciders', () => {
    obeysDeciderLaws(
      importDecider,
      fc.constantFrom(
        (state) => uploadImport(file, state),
        (state) => (state === null ? [] : commitImport(commit, state)),
        (state) => (state === null ? [] : completeImport(counts, state)),
      ),
    );
  });
});
