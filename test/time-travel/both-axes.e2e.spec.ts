import { afterAll, describe, expect, it } from 'vitest';
import { watchLandings } from '#forecasting/watch-landings/watch-landings.js';
import { instantOf } from '#kernel/instant.js';
import { raiseNotification } from '#notifications/raise-notification.contract.js';
import { raiseFailed } from '../e2e/failed-notice.js';
import { done, startApi } from '../e2e/running-api.js';
import { depart, furnish, hire, openDeal, usd } from '../e2e/sales-floor.js';
import { FAILED_NOTICE, NOTICE } from '../e2e/write-routes.js';

// Every read of a state or a figure takes `asOf` and `knownAt`, honours both and names both, with its position. The
// routes are those of the OpenAPI document: a new one without them fails here.

/** Reads of something that is no state or figure of the business, with what they read. */
const NOT_OF_THE_BUSINESS: Readonly<Record<string, string>> = {
  '/api/company': 'the currency, and a calendar that there is from the start',
  '/api/session': 'who is asking',
  '/api/reps/{id}/departure/preview': 'what a command would do now',
  '/api/forecast-methods': 'the methods of the program, and one that is in force from the start',
  '/api/health': 'the running process',
  '/api/metrics': 'the running process',
  '/api/projections': 'the read models themselves',
  '/api/changes/stream': 'what is appended from now on',
  '/api/audit/verify': 'the seals over the whole log',
  '/api/audit/checkpoint': 'the seals over the whole log',
  '/api/demo': 'the progress of a job',
  '/api/imports/{id}': 'the progress of a job',
  '/api/exports/{id}': 'the progress of a job',
  '/api/exports/{id}/files/{name}': 'a file that was written once',
  '/api/reports/{name}/file': 'the file of a report, which is a read of its own',
  '/api/replays': 'jobs, each with instants of its own',
  '/api/replays/{id}': 'the progress of a job',
  '/api/replays/{id}/result': 'a file that was written once, with the instants of the replay',
  '/api/back-tests/{id}': 'a result that was computed once, with the instants of the back-test',
};

/** What to put in for the parameters of the paths, by path where the name alone does not tell. */
const PARAMETERS: Readonly<Record<string, string>> = {
  name: 'ageing',
  processId: 'standard',
  metric: 'activities',
  period: '2030-01',
};
const IDS: Readonly<Record<string, string>> = {
  processes: 'standard',
  teams: 'north',
  reps: 'ann',
  products: 'gtx',
  customers: 'acme',
  deals: 'big',
  leads: 'lea',
};
/** Parameters that a route demands. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/forecasts': 'by=month',
  '/api/reps/{id}/landing': 'period=2030-01',
  '/api/teams/{id}/landing': 'period=2030-01',
  '/api/rep-landings': 'period=2030-01&reps=ann',
  '/api/reps/{id}/deal-landing': 'period=2030-01',
  '/api/teams/{id}/deal-landing': 'period=2030-01',
  '/api/reps/{id}/attainment': 'period=2030-01',
  '/api/teams/{id}/attainment': 'period=2030-01',
  '/api/teams/{id}/quota-plan': 'period=2030&amount=100',
  '/api/notifications': 'recipient=ann',
  '/api/customer-duplicates': 'name=Acme',
  '/api/pipelines/{processId}/changes': 'from=2020-01-01&to=2030-01-01',
  '/api/pipelines/{processId}/conversion': 'from=2020-01-01&to=2030-01-01',
  '/api/pipelines/{processId}/slippage': 'from=2020-01-01&to=2030-01-01',
};

const api = await startApi();
afterAll(() => api.stop());
await furnish(api);
await hire(api, 'leaver');
await openDeal(api, 'big', { expectedCloseOn: '2030-01-31' });
done(await api.post('/api/exchange-rates', { currency: 'EUR', from: '2030-01-01', rate: '1.1' }));
done(await api.post('/api/quotas', { repId: 'ann', period: '2030', amount: usd(1) }));
done(
  await api.post('/api/leads', {
    id: 'lea',
    name: 'Lea',
    company: 'Lead Ltd',
    email: 'lea@example.com',
    source: 'fair',
  }),
);
for (const [id, name] of [
  ['acme-inc', 'Acme Inc.'],
  ['lead', 'Lead Limited'],
]) {
  done(await api.post('/api/customers', { id, name, ownerId: 'ann' }));
}
const judged = { ownerId: 'ann', category: 'commit', amount: usd(1), note: 'As agreed' };
for (const command of ['adjust', 'submit']) done(await api.post(`/api/forecasts/2030-01/${command}`, judged));
done(await api.post('/api/activities/notes', { repId: 'ann', customerId: 'acme', text: 'Hello' }));
const thisYear = String(new Date().getUTCFullYear());
done(await api.post('/api/quotas', { repId: 'ann', period: thisYear, amount: usd(1) }));
await watchLandings(api.platform, instantOf(Date.now()), new AbortController().signal);
await raiseNotification(api.platform, NOTICE);
await raiseFailed(api.platform.runner, FAILED_NOTICE);
done(await api.post('/api/saved-reports', { name: 'A report', report: 'losses' }));
await depart(api, 'leaver', [{ ownerId: 'ann' }]);

type Operation = Readonly<{ parameters?: readonly Readonly<{ name: string; in: string }>[] }>;
const paths = (await api.get('/api/docs-json')).body.paths as Readonly<Record<string, { get?: Operation }>>;
const reads = Object.entries(paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));
const ofTheBusiness = reads.filter(({ path }) => !(path in NOT_OF_THE_BUSINESS));

const addressOf = (path: string, at: string): string => {
  const id = path === '/api/reps/{id}/departure' ? 'leaver' : IDS[path.split('/')[2] ?? ''];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'id' ? id : PARAMETERS[name]) ?? `no-${name}`);
  return `${address}?${[QUERIES[path], at].filter(Boolean).join('&')}`;
};

const read = async (path: string, at: string) => {
  const { status, body } = await api.get(`${addressOf(path, at)}&after=${await api.head()}`);
  return { status, body };
};

/** What an answer tells, if it tells anything: the entries of its list, or the record. */
const told = ({ status, body }: Awaited<ReturnType<typeof read>>): readonly unknown[] => {
  if (status === 404) return [];
  expect([status, body.code]).toEqual([200, undefined]);
  return body.items ?? body.rows ?? body.points?.filter(hasFigures) ?? (isOfNothing(body) ? [] : [body]);
};

/** Days of a period are there before anything is: each with zeros. */
const hasFigures = (point: object): boolean => /":-?[1-9]/.test(JSON.stringify(point));

/** A rep has a performance before they came too: of nothing. */
const isOfNothing = ({ wonDeals, lostDeals, openDeals, activities }: Readonly<Record<string, unknown>>): boolean =>
  [wonDeals, lostDeals, openDeals, ...Object.values(activities ?? {})].every((figure) => figure === 0);

const BEFORE = '2000-01-01T00:00:00.000Z';
const AHEAD = '2100-01-01T00:00:00.000Z';

describe('every read of the API', () => {
  it('is one of the business, or is excepted with a reason; no exception is out of date', () => {
    expect(ofTheBusiness.length).toBeGreaterThan(20);
    const known = new Set(reads.map(({ path }) => path));
    expect(Object.keys(NOT_OF_THE_BUSINESS).filter((path) => !known.has(path))).toEqual([]);
  });

  describe.each(ofTheBusiness)('GET $path', ({ path, get }) => {
    it('takes asOf, knownAt and after', () => {
      const names = (get.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['asOf', 'knownAt', 'after']));
    });

    it('names both, and the position that it was read at', async () => {
      const answer = await read(path, `asOf=${AHEAD}&knownAt=${AHEAD}`);
      expect(answer.status).toBe(200);
      const { asOf, knownAt, position } = answer.body;
      expect({ asOf, knownAt, position }).toEqual({ asOf: AHEAD, knownAt: AHEAD, position: expect.any(String) });
      expect(told(answer).length).toBeGreaterThan(0);
    });

    it('tells nothing of what was not true yet, nor of what was not known yet', async () => {
      expect(told(await read(path, `asOf=${BEFORE}&knownAt=${AHEAD}`))).toEqual([]);
      expect(told(await read(path, `asOf=${AHEAD}&knownAt=${BEFORE}`))).toEqual([]);
    });
  });
});
