import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#config/settings.js';
import type { DealEvents } from '#deals/deal-events/deal-events.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { DealSlippageHandler, DealSlippageQuery } from '#deals/deal-slippage/deal-slippage.query.js';
import { ENTRY_ROWS } from '#deals/stage-conversion/stage-conversion.js';
import { StageConversionHandler, StageConversionQuery } from '#deals/stage-conversion/stage-conversion.query.js';
import type { ReadAt } from '#http/read-at.js';
import type { ReadModels } from '#projections/read-models.js';
import { correctedHistories, type Fact, START } from './generated-history.js';
import { type Opened, STORES } from './opened-stores.js';
import type { At } from './plain-figures.js';
import { plainConversion, plainEntries, plainRow, plainSlips, plainStay } from './plain-paths.js';
import { withStore } from './projected.js';

const settings = readSettings({ ANNALS_FISCAL_YEAR_START: '7', ANNALS_TIME_ZONE: 'America/New_York' });
/** The log is read for lists of deals only. */
const unreadLog = {} as DealEvents;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const instants = fc
  .record({ asOf: fc.nat(9_000), knownAt: fc.nat(9_000) })
  .map(({ asOf, knownAt }): At => ({ asOf: START + asOf * HOUR, knownAt: START + knownAt * HOUR }));

const questions = fc.record({
  at: instants,
  from: fc.nat(250),
  days: fc.integer({ min: 1, max: 200 }),
  filter: fc.constantFrom(
    { filter: {}, owners: null },
    { filter: { ownerId: 'ann' }, owners: ['ann'] },
    { filter: { teamId: 'north' }, owners: ['ann', 'bob'] },
    { filter: { teamId: 'north', ownerId: 'cid' }, owners: [] },
  ),
});

const readAt = ({ asOf, knownAt }: At): ReadAt => ({
  asOf: new Date(asOf).toISOString(),
  knownAt: new Date(knownAt).toISOString(),
  latest: false,
});

const withFigures = (
  facts: readonly Fact[],
  check: (readModels: ReadModels, figures: DealFigures) => Promise<void>,
  open?: () => Promise<Opened>,
): Promise<void> =>
  withStore(facts, (store, readModels) => check(readModels, new DealFigures(store, readModels, settings)), open);

describe('stage conversion of any history', { timeout: 120_000 }, () => {
  it.each(STORES)('equals plain arithmetic over the facts, for any cohort, at any instants, on $name', async (of) => {
    await fc.assert(
      fc.asyncProperty(
        correctedHistories,
        fc.array(questions, { minLength: 8, maxLength: 8 }),
        async (facts, asked) => {
          await withFigures(
            facts,
            async (readModels, figures) => {
              const handler = new StageConversionHandler(readModels, figures, unreadLog, settings);
              for (const { at, from: day, days, filter } of asked) {
                const from = START + day * DAY;
                const to = from + days * DAY;
                const entered = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
                const query = new StageConversionQuery('sales', entered, filter.filter, null, readAt(at));
                const { stages } = await handler.execute(query);
                const shown = new Map(stages.map(({ id, name, ...figuresOf }) => [id, figuresOf]));
                expect(shown).toEqual(plainConversion(facts, at, { from, to, owners: filter.owners }));
              }
            },
            of.open,
          );
        },
      ),
      { numRuns: 40 / of.slower },
    );
  });

  it('leads from each count to the deals that it is made of, the latest first', async () => {
    // What the log says of an event is its own business: here only which one is asked for.
    const log = { one: async (dealId: string, revision: number) => `${dealId}@${revision}` } as unknown as DealEvents;
    await fc.assert(
      fc.asyncProperty(correctedHistories, questions, async (facts, { at, from: day, days, filter }) => {
        await withFigures(facts, async (readModels, figures) => {
          const handler = new StageConversionHandler(readModels, figures, log, settings);
          const [from, to] = [START + day * DAY, START + (day + days) * DAY];
          const entered = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
          for (const [stage, entries] of plainEntries(facts, at, { from, to, owners: filter.owners })) {
            for (const row of ENTRY_ROWS) {
              const list = { stage, cohort: null, row, limit: 500 };
              const query = new StageConversionQuery('sales', entered, filter.filter, null, readAt(at), list);
              const { stages, items = [], next } = await handler.execute(query);
              expect([items.length, next]).toEqual([stages.find(({ id }) => id === stage)?.[row], null]);
              const shown = items.map(({ amount, event, ...item }) => ({ ...item, amount: amount.amount }));
              const plain = plainRow(entries, row).map((entry) => {
                const { dealId, state, credits, status, advanced } = entry;
                const stay = plainStay(entry);
                return {
                  ...{ dealId, enteredAt: new Date(state.at).toISOString(), ownerId: state.ownerId, status, advanced },
                  daysInStage: stay && Math.round((stay.latest / DAY) * 10) / 10,
                  daysInStageCumulative: stay && Math.round((stay.cumulative / DAY) * 10) / 10,
                  amount: credits.reduce((sum, { amount }) => sum + amount, 0),
                };
              });
              const latestFirst = plain.toSorted(
                (a, b) => b.enteredAt.localeCompare(a.enteredAt) || a.dealId.localeCompare(b.dealId),
              );
              expect(shown).toEqual(latestFirst);
              for (const { event, dealId } of items) expect(event).toMatch(new RegExp(`^${dealId}@\\d+$`));
            }
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('has a cohort for each period, and in each what came in then', async () => {
    await fc.assert(
      fc.asyncProperty(correctedHistories, instants, async (facts, at) => {
        await withFigures(facts, async (readModels, figures) => {
          const handler = new StageConversionHandler(readModels, figures, unreadLog, settings);
          const all = { from: null, to: null };
          const answer = await handler.execute(new StageConversionQuery('sales', all, {}, 'quarter', readAt(at)));
          for (const { period, stages } of answer.cohorts ?? []) {
            const [from, to] = quarterInNewYork(period);
            const shown = new Map(stages.map(({ id, name, ...figuresOf }) => [id, figuresOf]));
            expect(shown).toEqual(plainConversion(facts, at, { from, to, owners: null }));
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});

/** First and end of a quarter of a fiscal year that starts in July, where clocks are 4 or 5 hours behind UTC. */
const quarterInNewYork = (period: string): readonly [number, number] => {
  const [year, quarter] = period.split('-Q').map(Number) as [number, number];
  const month = (quarter - 1) * 3 + 6;
  const start = (ahead: number): number => {
    const utc = Date.UTC(year - 1, month + ahead, 1);
    const shown = new Date(utc + 4 * HOUR).toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
    return utc + (shown.endsWith('-01') ? 4 : 5) * HOUR;
  };
  return [start(0), start(3)];
};

describe('slippage of any history', { timeout: 120_000 }, () => {
  it.each(STORES)('equals plain arithmetic over the facts, for any days, at any instants, on $name', async (of) => {
    await fc.assert(
      fc.asyncProperty(
        correctedHistories,
        fc.array(questions, { minLength: 8, maxLength: 8 }),
        async (facts, asked) => {
          await withFigures(
            facts,
            async (readModels, figures) => {
              const handler = new DealSlippageHandler(readModels, figures, unreadLog, settings);
              for (const { at, from: day, days, filter } of asked) {
                const [from, to] = [day, day + days].map((on) =>
                  new Date(START + on * DAY).toISOString().slice(0, 10),
                ) as [string, string];
                const answer = await handler.execute(
                  new DealSlippageQuery('sales', { from, to }, filter.filter, readAt(at), null),
                );
                const plain = plainSlips(facts, at, from, to, filter.owners);
                for (const kind of ['slipped', 'pushed', 'postponed'] as const) {
                  const own = plain.filter((slip) => slip.kind === kind);
                  const { deals, times, amount } = answer[kind];
                  expect({ deals, times, amount: amount.amount }).toEqual(summedUp(own));
                  const credits = own.flatMap((slip) => slip.credits.map((credit) => ({ ...slip, ...credit })));
                  const byOwner = new Map(
                    answer.owners.map(({ ownerId, [kind]: { deals, times, amount } }) => {
                      return [ownerId, { deals, times, amount: amount.amount }] as const;
                    }),
                  );
                  for (const ownerId of new Set([...byOwner.keys(), ...credits.map((credit) => credit.ownerId)])) {
                    const theirs = credits.filter((credit) => credit.ownerId === ownerId);
                    expect(byOwner.get(ownerId)).toEqual(summedUp(theirs));
                  }
                }
                const open = plain.filter(({ isOpen }) => isOpen).map(({ dealId }) => dealId);
                expect(answer.stillOpen).toBe(new Set(open).size);
              }
            },
            of.open,
          );
        },
      ),
      { numRuns: 40 / of.slower },
    );
  });
});

const summedUp = (slips: ReturnType<typeof plainSlips>) => {
  const ids = [...new Set(slips.map(({ dealId }) => dealId))];
  const last = ids.map((id) =>
    slips
      .filter(({ dealId }) => dealId === id)
      .sort((a, b) => a.at - b.at)
      .at(-1),
  );
  return { deals: ids.length, times: slips.length, amount: last.reduce((sum, slip) => sum + (slip?.amount ?? 0), 0) };
};
