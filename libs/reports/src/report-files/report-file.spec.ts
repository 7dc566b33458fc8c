import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { Report } from '../report/report.query.js';
import { reportFile } from './report-file.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const row = (group: string | null, deals: number, amount: number) => ({
  ...{ group, name: null, deals: '/api/reports/losses/deals' },
  ...{ values: { lostDeals: deals, lostAmount: usd(amount) }, previous: { lostDeals: 0, lostAmount: usd(0) } },
});

/** What somebody may write as the reason of a loss. */
const EVIL = '=HYPERLINK("http://evil","x"),y';

const report: Report = {
  ...{ asOf: '2017-01-01T00:00:00.000Z', knownAt: '2017-01-01T00:00:00.000Z', position: '1' },
  ...{ report: 'losses', period: '2017-Q1', group: 'lostReason', second: null },
  measures: [
    { name: 'lostDeals', kind: 'count', formula: '' },
    { name: 'lostAmount', kind: 'money', formula: '' },
  ],
  total: row(null, 4, 1_050),
  rows: [row(EVIL, 2, 1_000), row('-1+1', 1, 50), row(null, 1, 0)],
};

it('is CSV with decimals, whose texts are never formulas', async () => {
  const { filename, content } = await reportFile(report, 'csv');
  expect(filename).toBe('losses-2017-Q1.csv');
  expect(content.toString()).toBe(
    [
      '\ufefflostReason,lostDeals,lostAmount (USD),"lostDeals, previous","lostAmount (USD), previous"',
      `"'=HYPERLINK(""http://evil"",""x""),y",2,10,0,0`,
      `'-1+1,1,0.5,0,0`,
      ',1,0,0,0',
      'total,4,10.5,0,0',
      '',
    ].join('\r\n'),
  );
});

it('is XLSX with the same cells, none of them a formula', async () => {
  const { content } = await reportFile(report, 'xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer);
  const rows: unknown[] = [];
  workbook.worksheets[0]?.eachRow((each) => rows.push((each.values as unknown[]).slice(1)));
  expect(rows.slice(1)).toEqual([
    [`'${EVIL}`, 2, 10, 0, 0],
    [`'-1+1`, 1, 0.5, 0, 0],
    ['', 1, 0, 0, 0],
    ['total', 4, 10.5, 0, 0],
  ]);
});

it('has the inner rows of each group, then its own sums', async () => {
  const within = [
    { ...row(null, 1, 250), second: 'West' },
    { ...row(null, 1, 750), second: null },
  ];
  const twofold: Report = { ...report, second: 'region', rows: [{ ...row('Price', 2, 1_000), within }] };
  const { content } = await reportFile(twofold, 'csv');
  const [header, ...lines] = content.toString().trimEnd().split('\r\n');
  expect(header?.startsWith('\ufefflostReason,region,lostDeals,lostAmount (USD)')).toBe(true);
  expect(lines).toEqual(['Price,West,1,2.5,0,0', 'Price,,1,7.5,0,0', 'Price,total,2,10,0,0', 'total,,4,10.5,0,0']);
});

it('has the names beside the ids of records, of either group', async () => {
  const within = [
    { ...row(null, 1, 250), second: 'gtx', name: 'GTX, Pro' },
    { ...row(null, 1, 750), second: null },
  ];
  const rows = [
    { ...row('ann', 2, 1_000), name: 'Ann', within },
    { ...row(null, 1, 50), within: [{ ...row(null, 1, 50), second: 'gtx', name: 'GTX, Pro' }] },
  ];
  const { content } = await reportFile({ ...report, group: 'owner', second: 'product', rows }, 'csv');
  const [header, ...lines] = content.toString().trimEnd().split('\r\n');
  expect(header?.startsWith('\ufeffowner,owner name,product,product name,lostDeals,')).toBe(true);
  expect(lines).toEqual([
    'ann,Ann,gtx,"GTX, Pro",1,2.5,0,0',
    'ann,Ann,,,1,7.5,0,0',
    'ann,Ann,total,,2,10,0,0',
    ',,gtx,"GTX, Pro",1,0.5,0,0',
    ',,total,,1,0.5,0,0',
    'total,,,,4,10.5,0,0',
  ]);
});
