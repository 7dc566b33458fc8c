import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// What the data set says, by plain arithmetic over its text and without any code of the program.

export const CRM_SALES = fileURLToPath(new URL('../../../test/fixtures/crm-sales', import.meta.url));

type Opportunity = Readonly<{ stage: string; price: number; engaged: string; closed: string | null; value: number }>;
type Sum = { deals: number; amount: number };
export type PlainBoard = Readonly<{ prospecting: Sum; engaging: Sum; won: Sum; lost: Sum }>;

const lines = (file: string): readonly (readonly string[])[] =>
  readFileSync(`${CRM_SALES}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));

export const readOpportunities = (): readonly Opportunity[] => {
  const prices = new Map(lines('products.csv').map(([product = '', , price]) => [product, Number(price) * 100]));
  const rows = lines('sales_pipeline.csv');
  const latest = rows.flatMap((row) => [row[5] ?? '', row[6] ?? '']).reduce((a, b) => (a > b ? a : b));
  return rows.map(([, , product = '', , stage = '', engaged, closed, value]) => ({
    stage,
    price: prices.get(product === 'GTXPro' ? 'GTX Pro' : product) ?? Number.NaN,
    engaged: engaged || latest,
    closed: closed || null,
    value: Number(value ?? 0) * 100,
  }));
};

/** Deals by where they stood at the end of the first instant of that day, in cents. */
export const plainBoard = (opportunities: readonly Opportunity[], day: string): PlainBoard => {
  const none = (): Sum => ({ deals: 0, amount: 0 });
  const board = { prospecting: none(), engaging: none(), won: none(), lost: none() };
  for (const { stage, price, engaged, closed, value } of opportunities) {
    if (engaged > day) continue;
    const over = closed !== null && closed <= day;
    const sum = over
      ? stage === 'Won'
        ? board.won
        : board.lost
      : stage === 'Prospecting'
        ? board.prospecting
        : board.engaging;
    sum.deals += 1;
    sum.amount += over && stage === 'Won' ? value : price;
  }
  return board;
};

export const daysOf2017 = (): readonly string[] =>
  Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2017, 0, 1 + day)).toISOString().slice(0, 10));
