import { afterAll, describe, expect, it } from 'vitest';
import { done, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

const api = await startApi({ ANNALS_TIME_ZONE: 'Europe/Berlin' });
const { ann } = await furnish(api);
afterAll(() => api.stop());

const at = (day: string, hour = 9): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const onDeal = async (id: string, command: string, day: string, body: object): Promise<void> => {
  done(await api.post(`/api/deals/${id}/${command}`, { ...body, occurredAt: at(day) }, { token: ann }));
};
const read = async (path: string) => {
  const { status, body } = await api.get(`${path}&after=${await api.head()}`);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};

// Ann's deal is expected by the end of March 2020, slips, is put off to April and then to May, and won. A second one of
// hers is lost in its first stage.
await openDeal(api, 'big', { occurredAt: at('2020-01-10'), expectedCloseOn: '2020-03-31' });
await openDeal(api, 'small', { occurredAt: at('2020-02-20'), amount: usd(20_000) });
await onDeal('small', 'lose', '2020-03-01', { reason: 'Price' });
await onDeal('big', 'advance', '2020-02-09', { to: 'offer', requires: { budget: 1 } });
await onDeal('big', 'reschedule', '2020-04-02', { expectedCloseOn: '2020-04-10' });
await onDeal('big', 'reschedule', '2020-04-08', { expectedCloseOn: '2020-05-20' });
await onDeal('big', 'win', '2020-05-04', {});

describe('stage conversion over HTTP', () => {
  it('says what became of the deals that came into each stage', async () => {
    const { from, to, stages, cohorts } = await read(
      '/api/pipelines/standard/conversion?from=2020-01-01&to=2020-07-01&by=month',
    );
    expect([from, to]).toEqual(['2019-12-31T23:00:00.000Z', '2020-06-30T22:00:00.000Z']);
    const talk = {
      ...{ id: 'talk', name: 'Talk', entered: 2, advanced: 1, lost: 1, open: 0, won: 1, conversion: 0.5 },
      ...{ medianDaysInStage: 20, medianDaysInStageCumulative: 20 },
    };
    const offer = {
      ...{ id: 'offer', name: 'Offer', entered: 1, advanced: 1, lost: 0, open: 0, won: 1, conversion: 1 },
      ...{ medianDaysInStage: 85, medianDaysInStageCumulative: 85 },
    };
    expect(stages.slice(0, 2)).toEqual([talk, offer]);
    expect(stages[2]).toMatchObject({ id: 'close', entered: 0, conversion: null, medianDaysInStage: null });
    expect(cohorts.map(({ period }: { period: string }) => period)).toEqual(['2020-01', '2020-02']);
  });

  it('follows the cohort until the instant asked about only', async () => {
    const { stages } = await read(`/api/pipelines/standard/conversion?asOf=${at('2020-02-01')}`);
    expect(stages[0]).toMatchObject({ entered: 1, advanced: 0, open: 1 });
  });

  it('lists the deals behind each count, with the event that brought them into the stage, in pages', async () => {
    const path = '/api/pipelines/standard/conversion?by=month&stage=talk&limit=1';
    const { items, next } = await read(path);
    expect(items).toEqual([
      {
        ...{ dealId: 'small', enteredAt: at('2020-02-20'), ownerId: 'ann', amount: usd(20_000) },
        ...{ status: 'Lost', advanced: false, daysInStage: 10, daysInStageCumulative: 10 },
        event: expect.objectContaining({ type: 'DealOpened', revision: '0', by: 'admin', at: at('2020-02-20') }),
      },
    ]);
    const second = await read(`${path}&cursor=${encodeURIComponent(next)}`);
    expect(second.items).toMatchObject([{ dealId: 'big', status: 'Won', advanced: true, daysInStage: 30 }]);
    expect(second.next).toBeNull();
    const dealsOf = async (query: string): Promise<readonly string[]> => {
      const { items: found } = await read(`/api/pipelines/standard/conversion?by=month&${query}`);
      return found.map(({ dealId }: { dealId: string }) => dealId);
    };
    expect(await dealsOf('stage=talk&row=advanced')).toEqual(['big']);
    expect(await dealsOf('stage=talk&row=lost')).toEqual(['small']);
    expect(await dealsOf('stage=talk&row=open')).toEqual([]);
    expect(await dealsOf('stage=talk&cohort=2020-02')).toEqual(['small']);
    expect(await dealsOf('stage=talk&cohort=2020-03')).toEqual([]);
    expect(await dealsOf('stage=talk&row=won&cohort=2020-01')).toEqual(['big']);
    expect(await dealsOf('stage=gone')).toEqual([]);
  });

  it.each([
    ['/api/pipelines/standard/conversion?row=lost', 400],
    ['/api/pipelines/standard/conversion?cohort=2020-01&by=month', 400],
    ['/api/pipelines/standard/conversion?stage=talk&cohort=2020-01', 400],
    ['/api/pipelines/standard/conversion?stage=talk&cohort=2020-01&by=quarter', 400],
    ['/api/pipelines/standard/conversion?stage=talk&row=rotten', 400],
    ['/api/pipelines/standard/conversion?stage=talk&cursor=x', 400],
    ['/api/pipelines/standard/conversion?from=2020-02-01&to=2020-02-01', 400],
    ['/api/pipelines/standard/conversion?from=soon', 400],
    ['/api/pipelines/none/conversion', 404],
    ['/api/pipelines/standard/slippage?from=2020-02-02&to=2020-02-01', 400],
    ['/api/pipelines/standard/slippage?row=slipped&cursor=x', 400],
    ['/api/pipelines/none/slippage', 404],
  ])('%s → %s', async (path, status) => {
    expect((await api.get(path)).status).toBe(status);
  });
});

describe('slippage over HTTP', () => {
  const APRIL = 'from=2020-04-01&to=2020-05-01';

  it('says how often dates passed or were moved, and how far', async () => {
    const { slipped, postponed, pushed, stillOpen, owners, items } = await read(
      `/api/pipelines/standard/slippage?from=2020-03-01&to=2020-05-01`,
    );
    const amount = usd(100_000);
    expect(slipped).toEqual({ deals: 1, times: 1, amount, medianDays: 1.5 });
    expect(postponed).toEqual({ deals: 1, times: 2, amount, medianDays: 25 });
    expect(pushed).toEqual({ deals: 1, times: 1, amount, medianDays: 40 });
    expect([stillOpen, items]).toEqual([0, undefined]);
    expect(owners).toEqual([{ ownerId: 'ann', slipped, postponed, pushed, stillOpen }]);
  });

  it('lists who moved what, in pages', async () => {
    const first = await read(`/api/pipelines/standard/slippage?${APRIL}&row=postponed&limit=1`);
    expect(first.items).toEqual([
      {
        ...{ dealId: 'big', at: at('2020-04-08'), from: '2020-04-10', to: '2020-05-20', days: 40 },
        ...{ isOpen: false, ownerId: 'ann', amount: usd(100_000) },
        event: expect.objectContaining({ type: 'DealRescheduled', by: 'ann', onBehalfOf: null, at: at('2020-04-08') }),
      },
    ]);
    const cursor = encodeURIComponent(first.next);
    const second = await read(`/api/pipelines/standard/slippage?${APRIL}&row=postponed&limit=1&cursor=${cursor}`);
    expect(second.items).toMatchObject([{ at: at('2020-04-02'), from: '2020-03-31', to: '2020-04-10' }]);
    expect(second.next).toBeNull();
  });
});
