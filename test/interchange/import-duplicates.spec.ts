import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve, TOKEN } from './served-stores.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-import-duplicates-'));
const JSON_BODY = { 'content-type': 'application/json' };
let served: Served;

const write = async (path: string, body: object) => {
  const { status, body: answer } = await served.send(path, JSON.stringify(body), JSON_BODY);
  expect(status, JSON.stringify(answer)).toBeLessThan(300);
};

const upload = async (id: string, content: string): Promise<Record<string, unknown>> => {
  const form = new FormData();
  form.set('id', id);
  form.set('kind', 'customers');
  form.set('file', new Blob([content]), `${id}.csv`);
  // What was just written is to be seen.
  await served.read('/customers');
  const { status, body } = await served.send('/imports', form);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};

const commit = async (id: string, body: object): Promise<Record<string, unknown>> => {
  await write(`/imports/${id}/commit`, body);
  for (;;) {
    const status = await served.read(`/imports/${id}`);
    if (status.state !== 'importing') return status;
    await sleep(50);
  }
};

const names = async (q: string): Promise<string[]> => {
  const { items } = await served.read(`/customers?q=${encodeURIComponent(q)}`);
  return (items as { id: string }[]).map(({ id }) => id).toSorted();
};

beforeAll(async () => {
  served = await serve(directory);
  const contacts = [{ name: 'Zoe', email: 'zoe@acme.example', phone: '+49 30 1234567' }];
  await write('/customers', { id: 'acme', name: 'Acme', contacts, occurredAt: '2020-01-01T00:00:00Z' });
});
afterAll(async () => {
  await served.stop();
  rmSync(directory, { recursive: true });
});

/** The first is Acme, the second too by their phone, the third is new, the fourth the third, the last only works there. */
const rowsOf = (batch: string) =>
  [
    'id,name,created_at,contact_name,contact_email,contact_phone',
    `${batch}1,"ACME, Inc.",2020-02-01,,,`,
    `${batch}2,Quite ${batch},2020-02-01,Bo,,030 1234567`,
    `${batch}3,New ${batch} Ltd,2020-02-01,Cy,cy@${batch}.example,`,
    `${batch}4,Newer ${batch},2020-02-01,Cy,CY@${batch}.example,`,
    `${batch}5,Sixth ${batch},2020-02-01,Di,di-${batch}@acme.example,`,
    '',
  ].join('\n');

describe('an import of customers', () => {
  it('previews who is likely there already, or in a row above, and in what; the preview is kept', async () => {
    const { duplicates } = await upload('look', rowsOf('look'));
    const alike = (line: number, id: string, field: string, above: number | null = null) => ({
      ...{ line, id: `look${line - 1}` },
      alike: [{ id, line: above, matches: [{ field }] }],
    });
    expect(duplicates).toMatchObject({
      ...{ rows: 3, weakRows: 1 },
      first: [
        alike(2, 'acme', 'name'),
        alike(3, 'acme', 'phone'),
        alike(5, 'look3', 'email', 4),
        alike(6, 'acme', 'emailDomain'),
      ],
    });
    expect(await served.read('/imports/look')).toMatchObject({ preview: { rows: 5, duplicates }, duplicates: null });
  });

  it('keeps a preview without the names of who is there, until it is committed: they are those of the moment', async () => {
    const kept = join(directory, 'uploads', 'kept', 'preview.json');
    await write('/customers', { id: 'plumbers', name: 'Plumbers' });
    await upload('kept', 'id,name\nkept1,PLUMBERS Ltd\n');
    expect(readFileSync(kept, 'utf8')).toContain('plumbers');
    expect(readFileSync(kept, 'utf8')).not.toContain('Plumbers');
    await write('/customers/plumbers/profile', { name: 'Pipes' });
    expect(await served.read('/imports/kept')).toMatchObject({
      preview: { duplicates: { first: [{ alike: [{ id: 'plumbers', name: 'Pipes' }] }] } },
    });
    await commit('kept', { duplicates: 'skip' });
    expect(existsSync(kept)).toBe(false);
  });

  it('is read by managers and admins: rows and reasons quote what was uploaded', async () => {
    await upload('rows', rowsOf('rows'));
    await write('/teams', { id: 'east', name: 'East' });
    const statuses = ['manager', 'rep', 'analyst'].map(async (role) => {
      await write('/reps', {
        id: role,
        name: role,
        email: `${role}@us.example`,
        teamId: 'east',
        role,
        hiredOn: '2020-01-01',
      });
      const { body } = await served.send(`/reps/${role}/tokens`, '{}', JSON_BODY);
      const authorization = `Bearer ${body.token}`;
      const { status } = await fetch(`${served.base}/imports/rows`, { headers: { authorization } });
      return [role, status];
    });
    expect(await Promise.all(statuses)).toEqual([
      ['manager', 200],
      ['rep', 403],
      ['analyst', 403],
    ]);
  });

  it('adds every row when nothing else was chosen, as ever', async () => {
    await upload('all', rowsOf('all'));
    const bare = await fetch(`${served.base}/imports/all/commit`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(bare.status).toBe(200);
    expect(await commit('all', {})).toMatchObject({
      ...{ duplicates: 'create', preview: null, notices: [] },
      counts: { rows: 5, accepted: 5, unchanged: 0, rejected: 0, events: 5 },
    });
    const { contacts } = await served.read('/customers/all2');
    expect(contacts).toEqual([{ id: 'contact-1', name: 'Bo', email: null, phone: '030 1234567', title: null }]);
  });

  it('leaves out who is a duplicate, and says which rows', async () => {
    await upload('skip', rowsOf('skip'));
    expect(await commit('skip', { duplicates: 'skip' })).toMatchObject({
      duplicates: 'skip',
      counts: { rows: 5, accepted: 2, unchanged: 3, rejected: 0, events: 2 },
      notices: [{ file: 'customers.csv', column: 'id', code: 'DuplicateLeftOut', rows: 3, lines: [2, 3, 5] }],
    });
    expect(await names('skip')).toEqual(['skip3', 'skip5']);
    // The same file once more: who was added is known by their own id.
    await upload('skip-again', rowsOf('skip'));
    expect(await commit('skip-again', { duplicates: 'skip' })).toMatchObject({ counts: { unchanged: 5, events: 0 } });
  });

  it('adds who is a duplicate and merges them into who is there: what comes under their ids is found there', async () => {
    await upload('use', rowsOf('use'));
    expect(await commit('use', { duplicates: 'useExisting' })).toMatchObject({
      counts: { rows: 5, accepted: 5, rejected: 0, events: 8 },
      notices: [{ rows: 3, lines: [2, 3, 5] }],
    });
    expect(await names('new')).not.toContain('use4');
    for (const [id, into] of Object.entries({ use1: 'acme', use2: 'acme', use4: 'use3', use3: null, use5: null })) {
      expect(await served.read(`/customers/${id}`)).toMatchObject({ mergedInto: into });
    }
    expect(await served.read('/customers/acme')).toMatchObject({ merged: expect.arrayContaining(['use1', 'use2']) });
    await upload('use-again', rowsOf('use'));
    expect(await commit('use-again', { duplicates: 'useExisting' })).toMatchObject({
      counts: { accepted: 0, unchanged: 5, events: 0 },
    });
  });

  it('leaves nobody out for themselves, whose row is there twice', async () => {
    const rows = 'id,name\nse-1,Quackenbrück Cakes GmbH\nse-2,Quackenbrück Cakes\nse-1,Quackenbrück Cakes GmbH\n';
    await upload('twice', rows);
    expect(await commit('twice', { duplicates: 'skip' })).toMatchObject({
      counts: { rows: 3, accepted: 1, unchanged: 2, rejected: 0, events: 1 },
      notices: [{ code: 'DuplicateLeftOut', lines: [3] }],
    });
    expect(await names('quackenbrück')).toEqual(['se-1']);
    await upload('twice-used', rows.replaceAll('se-', 'us-').replaceAll('Quackenbrück', 'Osnabrück'));
    expect(await commit('twice-used', { duplicates: 'useExisting' })).toMatchObject({
      counts: { rows: 3, accepted: 2, unchanged: 1, rejected: 0, events: 3 },
      notices: [{ code: 'DuplicateMerged', lines: [3] }],
    });
    expect(await served.read('/customers/us-2')).toMatchObject({ mergedInto: 'us-1' });
  });

  it('leaves nobody out for a row above that was rejected itself: the next takes its place', async () => {
    const rows = 'id,name,owner_id\nsk-1,Sole,no-such-rep\nsk-2,Sole Ltd,\nsk-3,SOLE,\n';
    await upload('rejected', rows);
    expect(await commit('rejected', { duplicates: 'skip' })).toMatchObject({
      counts: { rows: 3, accepted: 1, unchanged: 1, rejected: 1, events: 1 },
      notices: [{ code: 'DuplicateLeftOut', lines: [4] }],
    });
    expect(await names('sole')).toEqual(['sk-2']);
    await upload('rejected-used', rows.replaceAll('sk-', 'ru-').replace(/sole/gi, 'Lone'));
    expect(await commit('rejected-used', { duplicates: 'useExisting' })).toMatchObject({
      counts: { rows: 3, accepted: 2, unchanged: 0, rejected: 1, events: 3 },
      notices: [{ code: 'DuplicateMerged', lines: [4] }],
    });
    expect(await served.read('/customers/ru-3')).toMatchObject({ mergedInto: 'ru-2' });
  });
});
