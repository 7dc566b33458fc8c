import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './served-stores.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-http-import-'));
let served: Served;

beforeAll(async () => {
  served = await serve(directory);
});
afterAll(async () => {
  await served.stop();
  rmSync(directory, { recursive: true });
});

const upload = (
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string>,
  headers = {},
) => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', new Blob([content]), name);
  return served.send('/imports', form, headers);
};

const JSON_BODY = { 'content-type': 'application/json' };

const commit = async (id: string): Promise<Record<string, unknown>> => {
  expect((await served.send(`/imports/${id}/commit`, '{}', JSON_BODY)).status).toBe(200);
  for (;;) {
    const status = await served.read(`/imports/${id}`);
    if (status.state !== 'importing') return status;
    await sleep(50);
  }
};

const CUSTOMERS = 'id,Company,industry\nacme,"Acme, Inc.",retail\nno id,Bad,\nbeta,Beta,medical\n';
const mapping = JSON.stringify({ name: 'Company' });

describe('an import over HTTP', () => {
  it('says of its files no more than there is to say', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`field${n}`, 'x']));
    expect(await upload('a.csv', CUSTOMERS, many)).toMatchObject({ status: 413, body: { code: 'TooLarge' } });
    const long = { kind: 'customers', mapping: JSON.stringify({ name: 'x'.repeat(65 * 1024) }) };
    expect(await upload('a.csv', CUSTOMERS, long)).toMatchObject({ status: 413, body: { code: 'TooLarge' } });
  });

  it('previews a file, imports it when committed, and tells which rows it rejected', async () => {
    const { status, body } = await upload('June.csv', CUSTOMERS, { id: 'june', kind: 'customers', mapping });
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: 'june', state: 'previewed', rows: 3, columns: ['id', 'name', 'industry'] });
    expect(await served.read('/imports/june')).toMatchObject({ state: 'previewed', rows: 3 });
    const done = await commit('june');
    expect(done).toMatchObject({
      state: 'completed',
      counts: { rows: 3, accepted: 2, unchanged: 0, rejected: 1, repaired: 0, events: 2 },
      rejected: [{ file: 'customers.csv', line: 3, column: 'id', code: 'NoId', values: { found: '"no id"' } }],
    });
    expect(await served.read('/customers/acme')).toMatchObject({ name: 'Acme, Inc.' });
  });

  it('imports what was imported before without appending a fact', async () => {
    const { body } = await upload('again.csv', CUSTOMERS, { kind: 'customers', mapping });
    expect(await commit(String(body.id))).toMatchObject({ counts: { accepted: 0, unchanged: 2, events: 0 } });
  });

  it('reads a spreadsheet, dates and formulas too', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Customers');
    sheet.addRow(['id', 'name', 'created_at']);
    sheet.addRow(['gamma', { formula: 'CONCAT("Gam","ma")', result: 'Gamma' }, new Date('2017-05-01')]);
    const content = (await book.xlsx.writeBuffer()) as unknown as Uint8Array<ArrayBuffer>;
    const { status, body } = await upload('c.xlsx', content, { kind: 'customers' });
    expect([status, body.firstRows]).toEqual([201, [{ id: 'gamma', name: 'Gamma', created_at: '2017-05-01' }]]);
    expect(await commit(String(body.id))).toMatchObject({ counts: { accepted: 1, rejected: 0 } });
  });

  const PRICES = 'id;name;model_id;price\nscrew;Screw;m;1.234,50\nnail;Nail;m;12,5\nbolt;Bolt;m;1.234\n';
  const priceOf = async (id: string) => {
    const { models } = await served.read(`/products/${id}`);
    return (models as { price: unknown }[])[0]?.price;
  };

  it('reads a file with semicolons, and refuses a number that could be two', async () => {
    const { body } = await upload('prices.csv', PRICES, { kind: 'products' });
    expect(body).toMatchObject({ rows: 3, columns: ['id', 'name', 'model_id', 'price'] });
    expect(await commit(String(body.id))).toMatchObject({
      ...{ decimal: null, counts: { accepted: 2, rejected: 1 } },
      rejected: [{ line: 4, column: 'price', code: 'UnclearDecimal', values: { found: '"1.234"' } }],
    });
    expect(await priceOf('screw')).toEqual({ amount: 123_450, currency: 'USD' });
    expect(await priceOf('nail')).toEqual({ amount: 1_250, currency: 'USD' });
  });

  it('reads decimals as whoever uploads them says they are written', async () => {
    const { body } = await upload('prices.csv', PRICES, { kind: 'products', decimal: ',' });
    expect(await commit(String(body.id))).toMatchObject({ decimal: ',', counts: { accepted: 1, unchanged: 2 } });
    expect(await priceOf('bolt')).toEqual({ amount: 123_400, currency: 'USD' });
    expect(await upload('prices.csv', PRICES, { kind: 'products', decimal: ';' })).toMatchObject({ status: 400 });
  });

  it('answers the same request again with the same import, and refuses another file under its key', async () => {
    const key = { 'idempotency-key': 'monday' };
    const [first, again, other] = [
      await upload('k.csv', CUSTOMERS, { kind: 'customers', mapping }, key),
      await upload('k.csv', CUSTOMERS, { kind: 'customers', mapping }, key),
      await upload('k.csv', `${CUSTOMERS}delta,Delta,\n`, { kind: 'customers', mapping }, key),
    ];
    expect([again.status, again.body.id, other.status]).toEqual([201, first.body.id, 422]);
  });

  it.each([
    ['a file without a required column', 'a.csv', 'id,industry\na,b\n', { kind: 'customers' }, 400],
    ['a file of an unknown kind', 'a.csv', 'id\n', { kind: 'wishes' }, 400],
    ['a file in an unknown format', 'a.pdf', 'id\n', { kind: 'customers' }, 400],
    ['a mapping that is none', 'a.csv', CUSTOMERS, { kind: 'customers', mapping: '[1]' }, 400],
    ['a spreadsheet that is none', 'a.xlsx', 'PK?', { kind: 'customers' }, 400],
    ['another file under the id of an import', 'a.csv', 'id,name\n', { kind: 'customers', id: 'june' }, 409],
  ])('refuses %s and appends nothing', async (_, name, content, fields, status) => {
    const head = await served.platform.events.head();
    expect((await upload(name, content, fields as unknown as Record<string, string>)).status).toBe(status);
    expect(await served.platform.events.head()).toBe(head);
  });

  it('knows no import that nobody uploaded', async () => {
    expect((await served.send('/imports/never/commit', '{}', JSON_BODY)).status).toBe(404);
  });
});
