import { afterAll, describe, expect, it } from 'vitest';
import { done, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

const api = await startApi();
const { ann, mia } = await furnish(api);
afterAll(() => api.stop());

const at = (day: string, hour = 9): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const onDeal = async (id: string, command: string, day: string, body: object, token = ann): Promise<void> => {
  done(await api.post(`/api/deals/${id}/${command}`, { ...body, occurredAt: at(day) }, { token }));
};
const read = async (path: string) => {
  const { status, body } = await api.get(`${path}${path.includes('?') ? '&' : '?'}after=${await api.head()}`);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};
const FEBRUARY = '/api/pipelines/standard/changes?from=2020-02-01&to=2020-03-01';
const step = (deals: number, amount: number) => ({ deals, amount: usd(amount) });

// In February 2020 one of Ann's deals grows, one is won, one is pushed into the next quarter and goes to Bob, and one is new.
await openDeal(api, 'grows', { occurredAt: at('2020-01-10'), expectedCloseOn: '2020-03-31' });
await openDeal(api, 'won', { occurredAt: at('2020-01-11'), expectedCloseOn: '2020-03-31', amount: usd(30_000) });
await openDeal(api, 'pushed', { occurredAt: at('2020-01-12'), expectedCloseOn: '2020-03-31', amount: usd(70_000) });
await onDeal('grows', 'amount', '2020-02-03', { amount: usd(120_000) });
await onDeal('won', 'win', '2020-02-04', { amount: usd(25_000) });
await onDeal('pushed', 'reschedule', '2020-02-05', { expectedCloseOn: '2020-04-30' });
await onDeal('pushed', 'reassign', '2020-02-06', { ownerId: 'bob' }, mia);
await openDeal(api, 'new', { occurredAt: at('2020-02-07'), amount: usd(10_000) });

describe('the waterfall over HTTP', () => {
  it('balances from the board of the one instant to that of the other', async () => {
    const { start, created, increased, decreased, pushedOut, won, end, ...rest } = await read(FEBRUARY);
    expect({ start, created, increased, decreased, pushedOut, won, end }).toEqual({
      start: step(3, 200_000),
      created: step(1, 10_000),
      increased: step(1, 20_000),
      decreased: step(1, 5_000),
      pushedOut: step(0, 0),
      won: step(1, 25_000),
      end: step(3, 200_000),
    });
    const { total } = await read(`/api/pipelines/standard?asOf=2020-03-01T00:00:00Z`);
    expect(total).toMatchObject(end);
    expect(rest.deals.map(({ id, rows }: { id: string; rows: string[] }) => [id, rows])).toEqual([
      ['grows', ['start', 'increased', 'end']],
      // Worth the same, but expected at another time and of another owner.
      ['pushed', ['start', 'end']],
      ['won', ['start', 'decreased', 'won']],
      ['new', ['created', 'end']],
    ]);
  });

  it('of a period tells what left it, and of an owner what went to others', async () => {
    const quarter = await read(`${FEBRUARY}&period=2020-Q1`);
    expect([quarter.start, quarter.created, quarter.pushedOut, quarter.end]).toEqual([
      ...[step(3, 200_000), step(0, 0), step(1, 70_000), step(1, 120_000)],
    ]);
    const anns = await read(`${FEBRUARY}&owner=ann`);
    expect([anns.transferredOut, anns.pushedOut, anns.end]).toEqual([step(1, 70_000), step(0, 0), step(2, 130_000)]);
    const norths = await read(`${FEBRUARY}&team=north`);
    expect([norths.transferredOut, norths.end]).toEqual([step(0, 0), step(3, 200_000)]);
  });

  it('leads from a step to its deals, and from a deal to who did what', async () => {
    const { deals, next } = await read(`${FEBRUARY}&owner=ann&row=transferredOut`);
    expect(next).toBeNull();
    expect(deals).toEqual([
      {
        id: 'pushed',
        from: {
          ...{ status: 'Open', stage: 'talk', ownerId: 'ann', amount: usd(70_000) },
          ...{ expectedCloseOn: '2020-03-31', signedOn: null, closedAt: null },
        },
        to: {
          ...{ status: 'Open', stage: 'talk', ownerId: 'bob', amount: usd(70_000) },
          ...{ expectedCloseOn: '2020-04-30', signedOn: null, closedAt: null },
        },
        rows: ['start', 'transferredOut'],
        events: [
          expect.objectContaining({ type: 'DealRescheduled', by: 'ann', at: at('2020-02-05') }),
          expect.objectContaining({ type: 'DealReassigned', by: 'mia', at: at('2020-02-06') }),
        ],
      },
    ]);
  });

  it('lists deals in pages, the largest first', async () => {
    const first = await read(`${FEBRUARY}&limit=2`);
    const second = await read(`${FEBRUARY}&limit=2&cursor=${encodeURIComponent(first.next)}`);
    expect([...first.deals, ...second.deals].map(({ id }) => id)).toEqual(['grows', 'pushed', 'won', 'new']);
    expect(second.next).toBeNull();
  });

  it('ends with the instant asked about, and knows what was recorded by then', async () => {
    const early = await read(`/api/pipelines/standard/changes?from=2020-02-01&asOf=${at('2020-02-03', 23)}`);
    expect([early.to, early.increased, early.won]).toEqual([at('2020-02-03', 23), step(1, 20_000), step(0, 0)]);
    const unknown = await api.get(`${FEBRUARY}&knownAt=2019-01-01T00:00:00Z`);
    expect(unknown.status).toBe(404);
  });

  it.each([
    ['/api/pipelines/standard/changes', 400],
    ['/api/pipelines/standard/changes?from=2020-02-02&to=2020-02-01', 400],
    ['/api/pipelines/standard/changes?from=2020-02-02&period=soon', 400],
    ['/api/pipelines/standard/changes?from=2020-02-02&row=none', 400],
    ['/api/pipelines/standard/changes?from=2020-02-02&cursor=x', 400],
    ['/api/pipelines/none/changes?from=2020-02-02', 404],
  ])('%s → %s', async (path, status) => {
    expect((await api.get(path)).status).toBe(status);
  });
});
