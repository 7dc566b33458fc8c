import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { readSettings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { FORECAST_METHODS, PeriodForecasts, type Situation } from '#forecast-methods/domain/forecast-methods.js';
import { situationAt } from '#forecast-methods/situation-at.js';
import { dayOf } from '#forecast-methods/start-of-day.js';
import { Progress } from '#projections/progress.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { root } from '#test/architecture/repository.js';
import { project } from './delivered-history.js';
import { type Fact, histories, START } from './generated-history.js';

const settings = readSettings({});
const HOUR = 3_600_000;
const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

const situationIn = async (facts: readonly Fact[], at: Readonly<{ asOf: string; knownAt: string }>) => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-methods-'));
  const store = await openEmbeddedReadStore({ directory });
  try {
    await project(facts, store, projections);
    const readModels = new ReadModels(store, new Progress());
    return await situationAt(
      { readModels, figures: new DealFigures(store, readModels, settings), settings },
      at,
      'product',
    );
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

const forecastsIn = (situation: Situation, days: Readonly<{ from: number; to: number }>) => {
  const forecasts = new PeriodForecasts(situation, days);
  for (const deal of situation.open) forecasts.add(deal);
  return FORECAST_METHODS.map((method) => forecasts.of(method));
};

describe('a forecast of any history', { timeout: 120_000 }, () => {
  it('never uses what was recorded after its instant: without it every method says the same', async () => {
    const hours = fc.nat(9_000);
    await fc.assert(
      fc.asyncProperty(histories, hours, hours, async (facts, asOf, knownAt) => {
        const at = { asOf: instant(START + asOf * HOUR), knownAt: instant(START + knownAt * HOUR) };
        const known = facts.filter(({ recordedAt }) => recordedAt <= START + knownAt * HOUR);
        const [withFuture, without] = [await situationIn(facts, at), await situationIn(known, at)];
        for (const period of ['2017-01-01', '2017-04-01', '2017-07-01', '2017-10-01', '2018-01-01']) {
          const days = { from: dayOf(`${period}T00:00:00.000Z`), to: dayOf(`${period}T00:00:00.000Z`) + 90 };
          expect(forecastsIn(withFuture, days)).toEqual(forecastsIn(without, days));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what history teaches of 8,800 real opportunities', { timeout: 120_000 }, () => {
  it('equals arithmetic over the lines of the file', async () => {
    const lines = readFileSync(join(root, 'test/fixtures/crm-sales/sales_pipeline.csv'), 'utf8').trim().split(/\r?\n/);
    const engaged = lines
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, , , , , engagedOn]) => engagedOn !== '');
    const facts = engaged.flatMap(([id = '', , , , stage = '', engagedOn = '', closedOn = '', value = '']): Fact[] => {
      const about = { dealId: id, customerId: 'unknown', processId: 'crm-sales', stage: 'engaging', ownerId: null };
      const amount = { amount: Number(value) * 100, currency: 'USD' };
      const fact = (type: string, day: string, more: object): Fact => ({
        ...{ stream: `deal-${id}`, type, data: { ...about, amount, lines: [], ...more } },
        ...{ at: Date.parse(day), recordedAt: Date.UTC(2020, 0, 1) },
      });
      const opened = fact('DealOpened', engagedOn, { name: id, expectedCloseOn: null, fields: {} });
      if (stage === 'Won') return [opened, fact('DealWon', closedOn, { signedOn: closedOn })];
      return stage === 'Lost'
        ? [opened, fact('DealLost', closedOn, { reason: 'unknown', competitor: null })]
        : [opened];
    });
    const day = '2017-07-01';
    const { history, wins } = await situationIn(facts, {
      asOf: instant(Date.parse(day)),
      knownAt: instant(Date.UTC(2021, 0, 1)),
    });
    const [learned] = [...history.stages(() => 0.5)].filter(
      ({ segment, fromAge }) => segment === null && fromAge === 0,
    );

    // The same, by hand: each deal with its days until it was won, lost, or 1 July.
    const seen = engaged
      .filter(([, , , , , engagedOn = '']) => engagedOn <= day)
      .map(([, , , , stage = '', engagedOn = '', closedOn = '']) => {
        const hasEnded = closedOn !== '' && closedOn <= day;
        const days = (Date.parse(hasEnded ? closedOn : day) - Date.parse(engagedOn)) / 86_400_000;
        return { days, end: hasEnded ? stage : 'open' };
      });
    const count = (end: string) => seen.filter((deal) => deal.end === end).length;
    let [stillOpen, won, lost] = [1, 0, 0];
    for (let days = 0; days <= 400; days += 1) {
      const watched = seen.filter((deal) => deal.days >= days).length;
      const ended = (end: string) => seen.filter((deal) => deal.days === days && deal.end === end).length;
      if (watched === 0) break;
      const [wonNow, lostNow] = [(stillOpen * ended('Won')) / watched, (stillOpen * ended('Lost')) / watched];
      won += wonNow;
      lost += lostNow;
      stillOpen -= wonNow + lostNow;
    }
    expect(learned).toMatchObject({ won: count('Won'), lost: count('Lost'), stillOpen: count('open') });
    const probability = (seen.length * (won / (won + lost)) + 20 * 0.5) / (seen.length + 20);
    expect(learned?.probability).toBeCloseTo(probability, 9);

    const wonBy = engaged.filter(([, , , , stage, , closedOn = '']) => stage === 'Won' && closedOn <= day);
    const amount = wonBy.reduce((sum, line) => sum + Number(line[7]) * 100, 0);
    expect([wins.length, wins.reduce((sum, win) => sum + win.amount, 0)]).toEqual([wonBy.length, amount]);
  });
});
