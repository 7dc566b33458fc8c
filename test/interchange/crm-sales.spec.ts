import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { type Format, importFolder } from '#interchange/import-folder.js';
import type { ImportReport } from '#interchange/loading/import-report.js';
import { CRM_SALES, daysOf2017, plainBoard, readOpportunities } from './plain-crm-sales.js';
import { type Served, serve } from './served-stores.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-crm-sales-'));
const opportunities = readOpportunities();
let served: Served;
let first: ImportReport;

const admin = { id: 'admin', role: 'admin' } as const;

const importInto = ({ platform }: Served, folder: string, format: Format): Promise<ImportReport> =>
  importFolder(folder, format, platform, {
    importId: `import-${Math.random()}`,
    actor: admin,
    client: 'spec',
    now: new Date().toISOString(),
  });

type Stage = Readonly<{ id: string; deals: number; amount: { amount: number } }>;

/** Stages as `[deals, cents]`. */
const boardOn = async ({ read }: Served, day: string) => {
  const { stages } = (await read(`/pipelines/crm-sales?asOf=${day}T00:00:00Z`)) as { stages: readonly Stage[] };
  return Object.fromEntries(stages.map(({ id, deals, amount }) => [id, { deals, amount: amount.amount }]));
};

const closedBy = async ({ read }: Served, day: string) => {
  const { rows } = (await read(`/forecasts?by=year&from=2016-01-01&to=2018-01-01&asOf=${day}T00:00:00Z`)) as {
    rows: readonly { closed: { amount: number } }[];
  };
  return rows.reduce((sum, { closed }) => sum + closed.amount, 0);
};

/** Every 14th day: enough where another store, or another way to fill it, gives what the whole year was checked on. */
const someDays = daysOf2017().filter((_, index) => index % 14 === 0);

const agreesOn = async (stores: Served, days: readonly string[]) => {
  for (const day of days) {
    const { prospecting, engaging, won } = plainBoard(opportunities, day);
    expect({ day, ...(await boardOn(stores, day)) }).toEqual({ day, prospecting, engaging });
    expect([day, await closedBy(stores, day)]).toEqual([day, won.amount]);
  }
};

beforeAll(async () => {
  served = await serve(join(directory, 'first'));
  first = await importInto(served, CRM_SALES, 'crm-sales');
}, 120_000);
afterAll(async () => {
  await served.stop();
  rmSync(directory, { recursive: true });
});

describe('the CRM sales data set', { timeout: 240_000 }, () => {
  it('is imported whole, and its repairs and oddities are listed', () => {
    expect(first.counts).toEqual({ rows: 8927, accepted: 8927, unchanged: 0, rejected: 0, repaired: 1492 });
    expect(first.rejected).toEqual([]);
    expect(first.repairs.map(({ file, text, rows }) => [file, text, rows])).toEqual([
      ['accounts.csv', 'technolgy → technology', 12],
      ['sales_pipeline.csv', 'GTXPro → GTX Pro', 1480],
    ]);
    expect(first.notices.map(({ column, rows }) => [column, rows])).toEqual([
      ['account', 1425],
      ['engage_date', 500],
    ]);
  });

  it('ends with the deals that it says, each where it says', async () => {
    const facts = new Map<string, number>();
    for (let after: bigint | undefined; ; ) {
      const page = await served.platform.events.readAll({ limit: 5000, ...(after !== undefined && { after }) });
      for (const { type } of page) facts.set(type, (facts.get(type) ?? 0) + 1);
      const last = page.at(-1);
      if (!last) break;
      after = last.position;
    }
    expect([facts.get('deal-opened.v1'), facts.get('deal-won.v1'), facts.get('deal-lost.v1')]).toEqual([
      8800, 4238, 2473,
    ]);
    const { prospecting, engaging } = await boardOn(served, '2018-01-01');
    expect([prospecting?.deals, engaging?.deals]).toEqual([500, 1589]);
  });

  it('gives the board and what was won as of every day of 2017 as a fold of the files does', () =>
    agreesOn(served, daysOf2017()));

  it('appends nothing when imported again', async () => {
    const before = await served.platform.events.head();
    const second = await importInto(served, CRM_SALES, 'crm-sales');
    expect(second.counts).toEqual({ rows: 8927, accepted: 0, unchanged: 8927, rejected: 0, repaired: 1492 });
    expect([second.events, await served.platform.events.head()]).toEqual([0, before]);
  });

  it('gives the same answers from its own export, in an empty store', async () => {
    const folder = join(directory, 'export');
    await exportFolder(folder, served.platform);
    const copy = await serve(join(directory, 'second'));
    try {
      const { counts, rejected } = await importInto(copy, folder, 'annals');
      expect([counts.rejected, rejected]).toEqual([0, []]);
      await agreesOn(copy, someDays);
      const reads = [
        '/deals/1C1I7A6R',
        '/deals/1C1I7A6R/history',
        '/customers/cancity',
        '/reps/moses-frase',
        '/products/gtx-pro',
      ];
      for (const path of reads) {
        const at = `?asOf=2017-12-31T12:00:00Z`;
        expect(sameButForTheLog(await copy.read(`${path}${at}`))).toEqual(
          sameButForTheLog(await served.read(`${path}${at}`)),
        );
      }
    } finally {
      await copy.stop();
    }
  });

  it('gives the same answers after the read models were deleted', async () => {
    await served.stop();
    rmSync(join(directory, 'first', 'read-models'), { recursive: true });
    served = await serve(join(directory, 'first'));
    await agreesOn(served, someDays);
  });

  it.skipIf(!process.env.MONGODB_URI)('gives the same answers from MongoDB', async () => {
    await served.stop();
    const uri = new URL(process.env.MONGODB_URI ?? '');
    uri.pathname = `/annals-interchange-${process.pid}`;
    const client = new MongoClient(uri.href);
    try {
      served = await serve(join(directory, 'first'), uri.href);
      await agreesOn(served, someDays);
    } finally {
      await client.db().dropDatabase();
      await client.close();
    }
  });
});

/** What the log adds of itself: positions, and when it recorded something. */
const sameButForTheLog = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sameButForTheLog);
  if (typeof value !== 'object' || value === null) return value;
  const own = ['position', 'knownAt', 'knownFrom', 'knownTo', 'recordedAt'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !own.includes(key))
      .map(([key, content]) => [key, sameButForTheLog(content)]),
  );
};
