import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { ProblemException } from '#http/problem.js';
import { ReadModelBehind } from '#projections/read-models.js';
import { type Answered, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal, type Person, usd } from './sales-floor.js';

let api: RunningApi;
let tokens: Readonly<Record<Person, string>>;
const directory = mkdtempSync(join(tmpdir(), 'annals-replays-'));

beforeAll(async () => {
  api = await startApi();
  tokens = await furnish(api);
  await openDeal(api, 'first', { occurredAt: '2024-01-10T00:00:00Z', expectedCloseOn: '2024-02-15' });
  await openDeal(api, 'second', { occurredAt: '2024-01-20T00:00:00Z', expectedCloseOn: '2024-03-15' });
  await api.post('/api/deals/first/win', {
    occurredAt: '2024-02-10T00:00:00Z',
    signedOn: '2024-02-10',
    amount: usd(90_000),
  });
});
afterAll(async () => {
  await api.stop();
  rmSync(directory, { recursive: true });
});

const completed = async (path: string): Promise<Answered['body']> => {
  for (;;) {
    const { status, body } = await api.get(path);
    expect(status).toBe(200);
    if (body.state !== 'running') return body;
  }
};

const ordered = async (body: object, path = '/api/replays'): Promise<string> => {
  const answered = await api.post(path, body, { token: tokens.ana });
  expect([answered.status, answered.text]).toEqual([202, expect.stringContaining('"id"')]);
  return answered.body.id;
};

const lines = async (id: string): Promise<readonly string[]> =>
  (await api.get(`/api/replays/${id}/result?format=csv`)).text.trim().split('\n');

describe('a read model, folded anew over a stretch of the log', () => {
  it('gives the documents that the stretch has changed, in every format', async () => {
    const id = await ordered({ kind: 'projection', projection: 'team-versions' });
    const status = await completed(`/api/replays/${id}`);
    expect(status).toMatchObject({ id, by: 'ana', state: 'completed', rows: 2, error: null });
    const ndjson = (await api.get(`/api/replays/${id}/result?format=ndjson`)).text.trim().split('\n');
    const rows = ndjson.map((line) => JSON.parse(line));
    expect(rows.map(({ key, id: column }) => [key, column])).toEqual([
      ['north', 'north'],
      ['south', 'south'],
    ]);
    expect(JSON.parse(rows[0].document).versions[0].state.name).toBe('North');
    expect((await lines(id))[0]).toBe('key,position,id,document');
    const response = await fetch(`${api.url}/api/replays/${id}/result?format=parquet`, {
      headers: { authorization: `Bearer ${tokens.ana}` },
    });
    const file = join(directory, 'teams.parquet');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    const read = await parquetReadObjects({ file: await asyncBufferFromFile(file), columns: ['key', 'position'] });
    expect(read).toEqual(rows.map(({ key, position }) => ({ key, position: BigInt(position) })));
  });

  it('begins and ends where it is told, and leaves the live read model alone', async () => {
    const { position } = (await api.get('/api/deals/first')).body;
    // What was changed last comes last.
    const all = JSON.parse(
      (await api.get(`/api/replays/${await done('deal-history')}/result?format=ndjson`)).text.trim().split('\n')[1] ??
        '',
    );
    expect(all.status).toBe('Won');
    const before = await done('deal-history', { toPosition: String(all.position - 1) });
    const [open] = (await api.get(`/api/replays/${before}/result?format=ndjson`)).text.split('\n');
    expect(JSON.parse(open ?? '').status).toBe('Open');
    const since = await done('deal-history', { fromPosition: String(all.position - 1) });
    expect(await lines(since)).toHaveLength(2);
    expect((await api.get('/api/deals/first')).body.position).toBe(position);
  });

  it('forgets, with its result, who is erased', async () => {
    await api.post('/api/customers', { id: 'erased', name: 'Quondam Ltd' });
    const id = await done('customer-versions');
    expect((await api.get(`/api/replays/${id}/result?format=ndjson`)).text).toContain('Quondam Ltd');
    expect((await api.post('/api/customers/erased/erase', { reason: 'As asked' })).status).toBe(200);
    await expect.poll(async () => (await api.get(`/api/replays/${id}`)).status, { timeout: 20_000 }).toBe(404);
    const anew = await done('customer-versions');
    expect((await api.get(`/api/replays/${anew}/result?format=ndjson`)).text).not.toContain('Quondam Ltd');
  });

  const done = async (projection: string, more: object = {}): Promise<string> => {
    const id = await ordered({ kind: 'projection', projection, ...more });
    expect((await completed(`/api/replays/${id}`)).state).toBe('completed');
    return id;
  };
});

describe('a back-test', () => {
  it('scores every method by what came', async () => {
    const id = await ordered(
      { from: '2024-02-01', to: '2024-02-01', by: 'month', periods: 1, knownAt: 'now', until: '2024-03-01' },
      '/api/back-tests',
    );
    const { state, summary, rows } = await completed(`/api/back-tests/${id}`);
    expect([state, rows]).toEqual(['completed', 6]);
    // On 1 February nothing was won; the first deal, of 1,000.00 at 20 %, was due this month; it brought 900.00.
    const [, ...forecasts] = await lines(id);
    const weighted = forecasts.find((line) => line.includes('stage-weighted'))?.split(',');
    expect(weighted?.slice(3, 8)).toEqual(['2024-02', '1', '20000', '90000', '-70000']);
    expect(summary.find((score: { method: string; horizon: number }) => score.method === 'stage-weighted')).toEqual({
      ...{ method: 'stage-weighted', horizon: null, forecasts: 1, accuracy: expect.closeTo(2 / 9, 9) },
      ...{ bias: expect.closeTo(-7 / 9, 9), error: expect.closeTo(7 / 9, 9) },
    });
  });

  it('knows nothing of what was recorded later, unless it is told to', async () => {
    const id = await ordered({ from: '2024-02-01', to: '2024-02-01', by: 'month', periods: 1 }, '/api/back-tests');
    await completed(`/api/back-tests/${id}`);
    const [, ...forecasts] = await lines(id);
    expect(forecasts.map((line) => line.split(',')[5])).toEqual(['0', '0', '0', '0', '0', '0']);
  });
});

describe('a question as of a series of instants', () => {
  const WEEKS = { kind: 'series', every: 'week', on: 'monday', from: '2024-01-01', to: '2024-02-12', knownAt: 'now' };

  it('has a row an instant and stage, as the board had it then', async () => {
    const id = await ordered({ ...WEEKS, question: 'board', parameters: { processId: 'standard' } });
    expect((await completed(`/api/replays/${id}`)).rows).toBe(7 * 3);
    const talk = (await lines(id)).filter((line) => line.includes(',talk,')).map((line) => line.split(','));
    expect(
      talk.map(([asOf = '', , , , , deals, amount, weighted]) => [asOf.slice(0, 10), deals, amount, weighted]),
    ).toEqual([
      ['2024-01-01', '0', '0', '0'],
      ['2024-01-08', '0', '0', '0'],
      ['2024-01-15', '1', '100000', '20000'],
      ['2024-01-22', '2', '200000', '40000'],
      ['2024-01-29', '2', '200000', '40000'],
      ['2024-02-05', '2', '200000', '40000'],
      ['2024-02-12', '1', '100000', '20000'],
    ]);
  });

  it('has no rows for an instant before the process was there, or was known', async () => {
    const on = {
      ...WEEKS,
      from: '2018-12-24',
      to: '2019-01-07',
      question: 'board',
      parameters: { processId: 'standard' },
    };
    const id = await ordered(on);
    expect(await completed(`/api/replays/${id}`)).toMatchObject({ state: 'completed', rows: 3, error: null });
    expect((await lines(id)).slice(1).map((line) => line.slice(0, 10))).toEqual(Array(3).fill('2019-01-07'));
  });

  it.each([
    [{ parameters: { processId: 'none' } }, /Not at any of the 7 instants: There is no process none as of 2024-02-12T/],
    [{ parameters: { processId: 'standard' }, knownAt: 'then' }, /standard .*, by what was known at 2024-02-12T/],
  ])('fails at once, and says why, when it was there at none: %j', async (more, why) => {
    const id = await ordered({ ...WEEKS, question: 'board', ...more });
    const began = Date.now();
    expect(await completed(`/api/replays/${id}`)).toMatchObject({
      ...{ state: 'failed', rows: null, error: expect.stringMatching(why) },
      progress: { done: 7, total: 7 },
    });
    // The second try of a job comes after a second.
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['forecast', { by: 'month', group: 'owner', period: '2024-02' }],
    ['performance', { rep: 'ann', period: '2024-02' }],
    ['leaderboard', { metric: 'wonAmount', period: '2024-02' }],
  ])('equals the API on each of them: %s', async (question, parameters) => {
    const id = await ordered({ ...WEEKS, question, parameters });
    const { at } = await completed(`/api/replays/${id}`);
    const rows = (await api.get(`/api/replays/${id}/result?format=ndjson`)).text
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    const last = rows.map((line) => JSON.parse(line)).filter(({ asOf }) => asOf === '2024-02-12T00:00:00.000Z');
    const when = `asOf=2024-02-12T00:00:00Z&knownAt=${at}`;
    const paths = {
      forecast: `/api/forecasts?by=month&group=owner&from=2024-02&to=2024-02&${when}`,
      performance: `/api/reps/ann/performance?period=2024-02&${when}`,
      leaderboard: `/api/leaderboards/wonAmount?period=2024-02&${when}`,
    };
    const { body } = await api.get(paths[question as keyof typeof paths]);
    const [shown] =
      question === 'performance' ? [body] : body.rows.filter((row: { period?: string | null }) => row.period !== null);
    const measures = {
      forecast: ['closed', 'weighted'],
      performance: ['wonAmount', 'openAmount', 'weighted'],
      leaderboard: ['value'],
    };
    const asked = measures[question as keyof typeof measures];
    expect(asked.map((name) => last[0]?.[name])).toEqual(asked.map((name) => shown[name].amount));
    expect(last[0]?.[asked[0] ?? '']).toBe(90_000);
  });
});

describe('a what-if', () => {
  const ask = (body: object) =>
    api.post('/api/what-ifs', { asOf: '2024-02-01T00:00:00Z', ...body }, { token: tokens.ana });

  it('tells the same history under other probabilities, beside what was', async () => {
    const scenario = { probabilities: { talk: 0.5 } };
    const { status, body } = await ask({ question: 'board', parameters: { processId: 'standard' }, scenario });
    expect([status, body.asOf]).toEqual([200, '2024-02-01T00:00:00.000Z']);
    expect(body.rows[0]).toEqual({
      ...{ processId: 'standard', stage: 'talk', name: 'Talk', currency: 'USD' },
      ...{ dealsWas: 2, dealsWhatIf: 2, dealsDifference: 0 },
      ...{ amountWas: 200_000, amountWhatIf: 200_000, amountDifference: 0 },
      ...{ weightedWas: 40_000, weightedWhatIf: 100_000, weightedDifference: 60_000 },
    });
  });

  it('tells it under another stage list', async () => {
    const stages = [
      { id: 'early', name: 'Early', probability: 0.1, forecastCategory: 'pipeline', from: ['talk', 'offer'] },
      { id: 'late', probability: 0.8, forecastCategory: 'commit', from: ['close'] },
    ];
    const scenario = { processId: 'standard', stages };
    const { body } = await ask({ question: 'board', parameters: { processId: 'standard' }, scenario });
    const shown = body.rows.map((row: Record<string, unknown>) => [
      row.stage,
      row.dealsWas,
      row.dealsWhatIf,
      row.weightedWhatIf,
    ]);
    expect(shown).toEqual([
      ['talk', 2, 0, 0],
      ['offer', 0, 0, 0],
      ['close', 0, 0, 0],
      ['early', 0, 2, 20_000],
      ['late', 0, 0, 0],
    ]);
  });

  it('tells it under other owners, whose also the credit would be', async () => {
    const scenario = { owners: { ann: 'bob' } };
    const asOf = '2024-03-01T00:00:00Z';
    const { body } = await ask({ asOf, question: 'performance', parameters: { period: '2024-02' }, scenario });
    const of = (repId: string) => body.rows.find((row: { repId: string }) => row.repId === repId);
    expect([of('ann').wonAmountWas, of('ann').wonAmountWhatIf, of('ann').openDealsWhatIf]).toEqual([90_000, 0, 0]);
    expect([of('bob').wonAmountWas, of('bob').wonAmountWhatIf, of('bob').openDealsWhatIf]).toEqual([0, 90_000, 1]);
  });

  it('can be an option of a series, and changes nothing for anybody else', async () => {
    const scenario = { probabilities: { talk: 1 } };
    const id = await ordered({
      ...{ kind: 'series', question: 'forecast', parameters: { by: 'year' }, scenario, knownAt: 'now' },
      ...{ every: 'month', from: '2024-02-01', to: '2024-02-01' },
    });
    await completed(`/api/replays/${id}`);
    const [header = '', first = ''] = await lines(id);
    const row = Object.fromEntries(header.split(',').map((name, at) => [name, first.split(',')[at]]));
    expect([row.weightedWas, row.weightedWhatIf, row.weightedDifference]).toEqual(['40000', '200000', '160000']);
    const { body } = await api.get('/api/forecasts?by=year&asOf=2024-02-01T00:00:00Z');
    expect(body.rows[0].weighted.amount).toBe(40_000);
  });

  it.each([
    [{ question: 'weather', scenario: {} }, 'question'],
    [{ question: 'forecast', scenario: { probabilities: { talk: 2 } } }, 'scenario.probabilities.talk'],
    [{ question: 'forecast', scenario: { owners: { ann: 5 } } }, 'scenario.owners.ann'],
    [{ question: 'board', scenario: {} }, 'parameters.processId'],
    [{ question: 'forecast', scenario: { processId: 'none' } }, 'scenario.processId'],
    [{ question: 'forecast', scenario: { probabilities: { nope: 0.4 } } }, 'scenario.probabilities.nope'],
    [{ question: 'forecast', scenario: { owners: { nobody: 'ann' } } }, 'scenario.owners.nobody'],
    [{ question: 'forecast', scenario: { owners: { ann: 'nobody' } } }, 'scenario.owners.ann'],
    [
      {
        question: 'forecast',
        scenario: { stages: [{ id: 'new', probability: 1, forecastCategory: 'commit', from: ['gone'] }] },
      },
      'scenario.stages',
    ],
  ])('refuses %j', async (body, path) => {
    const { status, body: problem } = await ask(body);
    expect([status, problem.errors[0].path]).toEqual([400, path]);
  });

  it('as an option of a series is refused too when it names a stage that there never was', async () => {
    const body = { kind: 'series', question: 'forecast', from: '2024-01-01', scenario: { probabilities: { nope: 1 } } };
    const { status, body: problem } = await api.post('/api/replays', body);
    expect([status, problem.errors]).toEqual([
      400,
      [{ path: 'scenario.probabilities.nope', message: 'There is no stage nope' }],
    ]);
  });

  it('is for analysts, managers and admins', async () => {
    const body = { question: 'forecast', scenario: {} };
    expect((await api.post('/api/what-ifs', body, { token: tokens.ann })).status).toBe(403);
  });
});

describe('replays', () => {
  it('wait for read models that are behind, however long that takes', async () => {
    const { readModels } = api.platform;
    const reach = readModels.reach.bind(readModels);
    // More often than a job is tried.
    let timesBehind = 6;
    const spy = vi.spyOn(readModels, 'reach').mockImplementation(async (asked, ...more) => {
      timesBehind -= asked.length === projections.length ? 1 : 0;
      if (asked.length === projections.length && timesBehind >= 0) throw new ReadModelBehind('made up by a spec');
      return reach(asked, ...more);
    });
    const on = { every: 'week', on: 'monday', from: '2024-01-01', to: '2024-02-12', knownAt: 'now' };
    const id = await ordered({ kind: 'series', ...on, question: 'board', parameters: { processId: 'standard' } });
    expect(await completed(`/api/replays/${id}`)).toMatchObject({ state: 'completed', rows: 7 * 3, error: null });
    spy.mockRestore();
  }, 30_000);

  const DAYS = { kind: 'series', every: 'day', from: '2023-12-01', to: '2024-03-30', knownAt: 'now' };
  const BOARD = { ...DAYS, question: 'board', parameters: { processId: 'standard' } };

  /** Resumes as soon as the page that was under way is over. */
  const resumed = async (id: string): Promise<Answered> => {
    for (;;) {
      const answered = await api.post(`/api/replays/${id}/resume`);
      if (answered.status !== 409) return answered;
      expect(answered.body.code).toBe('ReplayUnderWay');
    }
  };
  const hasEachDayOnce = async (id: string): Promise<void> => {
    expect(await completed(`/api/replays/${id}`)).toMatchObject({ state: 'completed', rows: 121 * 3, error: null });
    const keys = (await lines(id)).slice(1).map((line) => line.split(',').slice(0, 4).join(','));
    expect(new Set(keys).size).toBe(121 * 3);
  };

  it('that are cancelled keep their progress, and go on where they stood when they are resumed', async () => {
    const id = await ordered(BOARD);
    const status = async () => (await api.get(`/api/replays/${id}`)).body;
    await expect.poll(async () => (await status()).progress?.done ?? 0, { interval: 1 }).toBeGreaterThan(2);
    const cancelled = (await api.post(`/api/replays/${id}/cancel`)).body;
    expect([cancelled.state, cancelled.progress.done > 2]).toEqual(['cancelled', true]);
    const { status: code, body } = await resumed(id);
    expect([code, body.state, body.progress.total]).toEqual([200, 'running', 121]);
    expect(body.progress.done).toBeGreaterThanOrEqual(cancelled.progress.done);
    await hasEachDayOnce(id);
    expect((await resumed(id)).body.state).toBe('completed');
  }, 30_000);

  it('that have failed go on where they stood when they are resumed', async () => {
    const { figures } = api.platform;
    const at = figures.at.bind(figures);
    const asked: string[] = [];
    let fails = true;
    const spy = vi.spyOn(figures, 'at').mockImplementation(async (when) => {
      if (when.asOf.startsWith('2024-01-')) asked.push(when.asOf);
      if (fails && when.asOf.startsWith('2024-02-01'))
        throw new ProblemException(409, 'MadeUp', 'Made up', 'by a spec');
      return at(when);
    });
    const id = await ordered(BOARD);
    expect(await completed(`/api/replays/${id}`)).toMatchObject({ state: 'failed', error: 'MadeUp: by a spec' });
    fails = false;
    expect((await resumed(id)).body.state).toBe('running');
    await hasEachDayOnce(id);
    // No day of January was answered a second time.
    expect(asked).toHaveLength(31);
    spy.mockRestore();
  }, 30_000);

  it('are ordered once with the same key, listed, cancelled and deleted', async () => {
    const key = { headers: { 'idempotency-key': 'once' } };
    const body = { kind: 'projection', projection: 'rep-versions' };
    const first = await api.post('/api/replays', body, key);
    expect((await api.post('/api/replays', body, key)).body).toEqual(first.body);
    const { id } = first.body;
    await completed(`/api/replays/${id}`);
    expect((await api.get('/api/replays')).body.items.map((item: { id: string }) => item.id)).toContain(id);
    expect((await api.post(`/api/replays/${id}/cancel`)).body.state).toBe('completed');
    expect((await api.call('DELETE', `/api/replays/${id}`)).status).toBe(204);
    expect((await api.get(`/api/replays/${id}`)).status).toBe(404);
  });

  it('are for analysts, managers and admins', async () => {
    const body = { kind: 'projection', projection: 'rep-versions' };
    for (const person of ['ann', 'rea'] as const) {
      expect((await api.post('/api/replays', body, { token: tokens[person] })).status).toBe(403);
      expect((await api.get('/api/replays', { token: tokens[person] })).status).toBe(403);
      expect((await api.post('/api/back-tests', { from: '2024-01-01' }, { token: tokens[person] })).status).toBe(403);
    }
    expect((await api.post('/api/replays', body, { token: tokens.mia })).status).toBe(202);
  });

  it('hold no digest of a token, of whichever read model', async () => {
    const { items } = (await api.get('/api/projections')).body;
    expect(items.map(({ name }: { name: string }) => name)).toContain('rep-versions');
    for (const { name: projection } of items) {
      const { id } = (await api.post('/api/replays', { kind: 'projection', projection })).body;
      expect([projection, (await completed(`/api/replays/${id}`)).state]).toEqual([projection, 'completed']);
      const result = (await api.get(`/api/replays/${id}/result?format=ndjson`)).text;
      expect(result, projection).not.toMatch(/secretHash|[0-9a-f]{64}/);
    }
  });

  it('of a read model that not everybody may read are for those who may, also when others ordered them', async () => {
    const order = (projection: string, person: 'ana' | 'mia') =>
      api.post('/api/replays', { kind: 'projection', projection }, { token: tokens[person] });
    expect((await order('notifications', 'ana')).body).toMatchObject({ status: 403, code: 'NotAllowed' });
    expect((await order('notifications', 'mia')).status).toBe(403);
    expect((await order('audit-log', 'mia')).status).toBe(403);
    expect((await order('audit-log', 'ana')).status).toBe(202);
    const { id } = (await api.post('/api/replays', { kind: 'projection', projection: 'notifications' })).body;
    await completed(`/api/replays/${id}`);
    expect((await api.get(`/api/replays/${id}/result`, { token: tokens.ana })).status).toBe(403);
    expect((await api.get(`/api/replays/${id}/result`)).status).toBe(200);
  });

  it.each([
    [{ kind: 'projection' }, ['projection']],
    [{ kind: 'projection', projection: 'nothing' }, ['projection']],
    [{ kind: 'projection', projection: 'rep-versions', every: 'day' }, ['every']],
    [{ kind: 'projection', projection: 'rep-versions', from: '2024-01-01', fromPosition: '3' }, ['from']],
    [{ kind: 'series', from: '2024-01-01' }, ['question']],
    [{ kind: 'series', question: 'weather', from: '2024-01-01' }, ['question']],
    [{ kind: 'series', question: 'back-test', from: '2024-01-01T00:00:00Z' }, ['from']],
    [{ kind: 'series', question: 'back-test', from: '2190-01-01' }, ['from']],
    [{ kind: 'series', question: 'forecast', from: '2024-02-01', to: '2024-01-01' }, ['to']],
    [{ kind: 'series', question: 'forecast', from: '2024-01-02', to: '2024-01-31' }, ['to']],
    [
      { kind: 'series', question: 'back-test', from: '2024-02-01', parameters: { until: '2024-03-31' } },
      ['parameters.until'],
    ],
    [{ kind: 'projection', projection: 'rep-versions', from: '2024-02-01', to: '2024-01-31' }, ['to']],
    [{ kind: 'projection', projection: 'rep-versions', fromPosition: '7', toPosition: '7' }, ['toPosition']],
    [{ kind: 'series', question: 'back-test', from: '1980-01-01', every: 'day' }, ['to']],
    [{ kind: 'series', question: 'back-test', from: '2024-01-01', parameters: { by: 'day' } }, ['parameters.by']],
    [
      { kind: 'series', question: 'back-test', from: '2024-01-01', parameters: { colour: 'red' } },
      ['parameters.colour'],
    ],
  ])('refuse %j', async (body, faults) => {
    const { status, body: problem } = await api.post('/api/replays', body);
    expect([status, problem.errors.map(({ path }: { path: string }) => path)]).toEqual([400, faults]);
  });
});

describe('what is refused because it would give nothing', () => {
  it.each([
    [
      { kind: 'series', question: 'forecast', from: '2024-02-01', to: '2024-01-01' },
      'must not be before from: 2024-01-01 is before 2024-02-01',
    ],
    [
      { kind: 'series', question: 'forecast', every: 'week', from: '2024-01-02', to: '2024-01-07' },
      'leaves no monday from 2024-01-02 to 2024-01-07',
    ],
    [{ kind: 'series', question: 'forecast', from: '2190-01-01' }, 'lies ahead: 2190-01-01 has not come'],
    [
      { kind: 'series', question: 'back-test', from: '2024-02-01', parameters: { until: '2024-03-31' } },
      'leaves no period to score: 2024-Q1, the first one, is over by 2024-04-01',
    ],
  ])('says why: %j', async (body, why) => {
    const { status, body: problem } = await api.post('/api/replays', body);
    expect([status, problem.errors.map(({ message }: { message: string }) => message)]).toEqual([400, [why]]);
  });

  it('is no back-test of which one period is over, on its very last day', async () => {
    const body = { kind: 'series', question: 'back-test', from: '2024-02-01', to: '2024-02-01', knownAt: 'now' };
    const id = await ordered({ ...body, parameters: { until: '2024-04-01' } });
    expect((await completed(`/api/replays/${id}`)).rows).toBeGreaterThan(0);
  });
});

describe('the method by which the company forecasts', () => {
  it('is chosen by an admin, with what a back-test said of it, and shown as of any instant', async () => {
    const id = await ordered(
      { from: '2024-02-01', to: '2024-02-01', by: 'month', periods: 1, knownAt: 'now', until: '2024-03-01' },
      '/api/back-tests',
    );
    const { summary } = await completed(`/api/back-tests/${id}`);
    const score = summary.find((each: { method: string }) => each.method === 'historical-conversion');
    const choice = { method: 'historical-conversion', backTestId: id };
    expect((await api.post('/api/forecast-methods/choose', choice, { token: tokens.mia })).status).toBe(403);
    const { position } = (await api.post('/api/forecast-methods/choose', choice)).body;
    const { body } = await api.get(`/api/forecast-methods?after=${position}`, { token: tokens.rea });
    const { forecasts, accuracy, bias, error } = score;
    const evidence = { backTestId: id, forecasts, accuracy, bias, error };
    expect(body.chosen).toEqual({ method: 'historical-conversion', evidence, since: expect.any(String) });
    expect((await api.get('/api/forecast-methods?asOf=2024-02-01T00:00:00Z')).body.chosen).toBeNull();
  });

  it('stands beside what history teaches of each stage, and what each method says of a period', async () => {
    const { body } = await api.get('/api/forecast-methods?segment=none&period=2024-03&asOf=2024-03-01T00:00:00Z');
    const [talk, ...others] = body.stages;
    expect(others.every(({ stage }: { stage: string }) => stage === 'talk')).toBe(true);
    // One of two was won, the other is still open: (1 of 1 ended) × 2 cases, and 20 at the configured 0.2.
    const probability = (2 * 1 + 20 * 0.2) / 22;
    expect(talk).toEqual({
      ...{ processId: 'standard', stage: 'talk', segment: null, fromAge: 0, configured: 0.2 },
      ...{ won: 1, lost: 0, stillOpen: 1, probability: expect.closeTo(probability, 9) },
      interval: { low: expect.any(Number), high: expect.any(Number) },
    });
    const weighted = body.methods.find(({ id }: { id: string }) => id === 'stage-weighted');
    expect(weighted.forecast).toEqual(usd(20_000));
  });
});
