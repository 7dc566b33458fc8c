import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealHistory } from '#deals/deal-history/deal-history.projection.js';
import { submissionDeadlines } from '#forecasting/forecast-submissions/submission-deadlines.js';
import { raiseNotification } from '#notifications/raise-notification.contract.js';
import { productVersions } from '#products/product-versions/product-versions.projection.js';
import { refusalRows } from './business-rules.js';
import { raiseFailed } from './failed-notice.js';
import { type FaultyBody, faultyBodies } from './faulty-bodies.js';
import { type Answered, done, type Sent, startApi } from './running-api.js';
import { depart, eraseCustomer, furnish, hire, openDeal, type Person, STANDARD, tokenFor } from './sales-floor.js';
import { FAILED_NOTICE, FORM_TYPE, formOf, NOTICE, pathOf, WRITE_ROUTES, type WriteRoute } from './write-routes.js';

type Row = Readonly<{
  route: string;
  what: string;
  path: string;
  sent: Sent;
  status: number;
  code: string;
  /** Paths of the faults, with 400. */
  faults?: readonly string[];
}>;

/** Since then there are the deals of the floor: what was true of them later can be corrected. */
const LONG_AGO = '2020-01-01T00:00:00Z';

// The table is made of the OpenAPI document, so the server runs before the tests are collected.
const api = await startApi();
const { tokens, dead, tokenId } = await furnishForWrites();
afterAll(() => api.stop());

const rows = [...WRITE_ROUTES.flatMap(rowsOf), ...unknownRoutes(), ...refusalRows];

describe('a request that is refused appends nothing and says why', () => {
  let head = '';
  beforeAll(async () => {
    head = await api.head();
  });

  it.each(rows)('$route: $what → $status $code', async (row) => {
    const [method = ''] = row.route.split(' ');
    // All with the same key: a refused request does not use it up.
    const headers = { ...row.sent.headers, 'idempotency-key': 'refused' };
    expectProblem(await api.call(method, row.path, { ...row.sent, headers }), row);
    expect(await api.head()).toBe(head);
  });
});

describe('a request that is in order', () => {
  it.each(WRITE_ROUTES)('$route is accepted', async (route) => {
    const before = await api.head();
    const [method = ''] = route.route.split(' ');
    const { status, headers, body } = await api.call(method, soundPath(route), soundly(route));
    expect([status, body]).toEqual([expect.toBeOneOf([200, 201]), expect.objectContaining({ id: expect.any(String) })]);
    expect(headers.get('etag')).toBe(`"${body.revision}"`);
    expect(Number(body.position)).toBeGreaterThan(Number(before));
  });
});

describe('the table', () => {
  const WITHOUT_FACTS = [
    ...['POST /api/session', 'DELETE /api/session'],
    ...['POST /api/exports', 'DELETE /api/exports/{id}'],
    ...['POST /api/replays', 'POST /api/replays/{id}/cancel', 'DELETE /api/replays/{id}', 'POST /api/back-tests'],
    'POST /api/replays/{id}/resume',
    ...['POST /api/what-ifs', 'POST /api/demo'],
  ];

  it('has every write route of the OpenAPI document', () => {
    const documented = Object.entries(api.openApi.paths).flatMap(([path, operations]) =>
      ['post', 'put', 'patch', 'delete']
        .filter((method) => method in operations)
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...WRITE_ROUTES.map(({ route }) => route), ...WITHOUT_FACTS].sort()).toEqual(documented.sort());
  });

  it('has every status of each write route', () => {
    const missing = WRITE_ROUTES.flatMap(({ route, body, id }) => {
      const found = new Set(rows.filter((row) => row.route === route).map(({ status }) => status));
      const due = [401, 403, 412, ...(body ? [400, 409, 413, 415] : []), ...(id ? [404] : [])];
      return due.filter((status) => !found.has(status)).map((status) => `${route}: ${status}`);
    });
    expect(missing).toEqual([]);
  });

  it('has every business rule that the OpenAPI document names', () => {
    // Input like this is refused before the rule is asked; it is asked by imports.
    const UNREACHABLE = [
      ...[
        'ProcessNameMissing',
        'StagesMissing',
        'StageNameMissing',
        'ProbabilityOutOfRange',
        'RotAfterDaysNotPositive',
      ],
      ...['ProductNameMissing', 'ModelNameMissing', 'PriceInvalid'],
      ...['DealNameMissing', 'AmountMissing', 'QuantityNotPositive', 'ReasonMissing'],
      ...['DurationInvalid', 'QuotaNegative', 'ForecastNegative', 'TokenAlreadyExists', 'DepartureUnknown'],
      ...['CustomerNotErased', 'LeadNotConverted'],
      // No rule: the log holds what another program wrote. See unreadable-events.spec.ts.
      'StreamUnreadable',
    ];
    const documented = Object.values(api.openApi.paths).flatMap((operations) =>
      Object.values(operations as Record<string, { responses?: Record<string, { description?: string }> }>).flatMap(
        ({ responses }) => responses?.['409']?.description?.split(', ') ?? [],
      ),
    );
    const codes = new Set(documented.filter((code) => /^\w+$/.test(code)));
    const covered = new Set(rows.map(({ code }) => code));
    expect([...codes].filter((code) => !covered.has(code)).sort()).toEqual(UNREACHABLE.sort());
  });
});

describe('what the table cannot hold', () => {
  it('answers 412 after a concurrent write, and the one who was first has written', async () => {
    await openDeal(api, 'contested');
    const ifMatch = { headers: { 'if-match': '"0"' } };
    const prices = [1, 2, 3, 4, 5, 6, 7, 8];
    const answers = await Promise.all(
      prices.map((amount) => api.post('/api/deals/contested/amount', { amount: { amount, currency: 'USD' } }, ifMatch)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
    const { position } = answers.find(({ status }) => status === 200)?.body ?? {};
    const { body } = await api.get(`/api/deals/contested?after=${position}`);
    expect(body.revision).toBe('1');
  });

  it('answers 429 with Retry-After beyond ANNALS_RATE_LIMIT, to each client for themselves', async () => {
    const limited = await startApi({ ANNALS_RATE_LIMIT: '5' });
    try {
      const head = await limited.head();
      for (let sent = 0; sent < 5; sent += 1) expect((await limited.get('/api/teams')).status).toBe(200);
      const refused = await limited.post('/api/teams', { name: 'One too many' });
      expectProblem(refused, { status: 429, code: 'TooManyRequests' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const other = await limited.call('GET', '/api/health', { token: null });
      expect([other.status, other.body.position]).toEqual([200, head]);
    } finally {
      await limited.stop();
    }
  });
});

function rowsOf(route: WriteRoute): readonly Row[] {
  const path = soundPath(route);
  const row = (status: number, code: string, what: string, sent: Sent, more: Partial<Row> = {}): Row => ({
    ...{ route: route.route, what, path, sent: withHeaders(soundly(route), sent), status, code },
    ...more,
  });
  const refusedTokens = Object.entries(dead).map(([what, token]) => row(401, 'NotSignedIn', what, { token }));
  const { authorization, cookie } = { authorization: `Basic ${tokens.mia}`, cookie: `annals_session=${tokens.mia}` };
  const denied: readonly Person[] = ['ana', 'rea', ...route.denied];
  const always = [
    row(401, 'NotSignedIn', 'no token', { token: null }),
    row(401, 'NotSignedIn', 'another scheme', { token: null, headers: { authorization } }),
    row(401, 'NotSignedIn', 'a cookie', { token: null, headers: { cookie } }),
    ...refusedTokens,
    ...denied.map((person) => row(403, 'NotAllowed', `sent by ${person}`, { token: tokens[person] })),
    row(412, 'StaleRevision', 'stale If-Match', { headers: { 'if-match': '"999"' } }),
    row(
      400,
      'BadInput',
      'If-Match that is no revision',
      { headers: { 'if-match': '"x"' } },
      { faults: ['header If-Match'] },
    ),
  ];
  const ofRecord =
    route.id === undefined
      ? []
      : [
          row(404, 'NotFound', 'an unknown record', {}, { path: pathOf(route, 'nobody') }),
          row(404, 'NotFound', 'what is no id', {}, { path: pathOf(route, 'a%20b') }),
          row(404, 'NotFound', 'an id with a slash', {}, { path: pathOf(route, 'a%2Fb') }),
          row(404, 'NotFound', 'an id too long', {}, { path: pathOf(route, 'a'.repeat(65)) }),
        ];
  return [...always, ...ofRecord, ...(route.body ? rowsOfBody(route, route.body, row) : [])];
}

function rowsOfBody(
  { route, id }: WriteRoute,
  sound: Readonly<Record<string, unknown>>,
  row: (status: number, code: string, what: string, sent: Sent, more?: Partial<Row>) => Row,
): readonly Row[] {
  const raw = (what: string, text: string, faults = ['body']): Row =>
    row(400, 'BadInput', what, { raw: text }, { faults });
  const faulty = ({ what, body, path: fault }: FaultyBody): Row =>
    row(400, 'BadInput', what, { body }, { faults: [fault] });
  const ofType = (type: string): Row =>
    row(415, 'UnsupportedMediaType', type, { raw: 'name=x', headers: { 'content-type': type } });
  const own = JSON.stringify(sound).slice(0, -1) + (Object.keys(sound).length > 0 ? ',' : '');
  return [
    ...faultyBodies(api.openApi, route, sound).map(faulty),
    raw('not JSON', '{'),
    raw('nothing', ''),
    raw('a list', '[]'),
    raw('a list of sound bodies', JSON.stringify([sound])),
    raw('null', 'null'),
    raw('a text', '"x"'),
    raw('__proto__', `${own}"__proto__":{"role":"admin"}}`),
    raw('constructor.prototype', `${own}"constructor":{"prototype":{"role":"admin"}}}`),
    raw('constructor', `${own}"constructor":1}`),
    raw('toString', `${own}"toString":1}`),
    raw('deep lists', `${own}"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    raw('deep objects', `${own}"deep":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`),
    row(413, 'TooLarge', 'more than 1 MiB', { body: { ...sound, note: 'x'.repeat(1024 * 1024) } }),
    ofType('text/plain'),
    ofType('application/x-www-form-urlencoded'),
    ofType('multipart/form-data; boundary=x'),
    ofType('application/xml'),
    row(409, 'OccurredInFuture', 'in the future', { body: { ...sound, occurredAt: '2190-01-01T00:00:00Z' } }),
    ...(id === undefined
      ? []
      : [
          row(409, 'OccurredBeforeLastFact', 'before the last fact of the record', {
            body: { ...sound, occurredAt: '1990-01-01T00:00:00Z' },
          }),
        ]),
  ];
}

function unknownRoutes(): readonly Row[] {
  const unknown = (method: string, path: string): Row => ({
    ...{ route: `${method} ${path}`, what: 'no such route', path, status: 404, code: 'NotFound' },
    sent: method === 'GET' ? {} : { body: {} },
  });
  return [
    ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => unknown(method, '/api/nowhere')),
    ...['PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS'].map((method) => unknown(method, '/api/deals/deal-win')),
    unknown('POST', '/api/deals/deal-win/win/again'),
    unknown('POST', '/API/teams'),
    unknown('POST', '/api//teams'),
    unknown('POST', '/api/teams/'),
  ];
}

function expectProblem(answered: Answered, { status, code, faults }: Pick<Row, 'status' | 'code' | 'faults'>): void {
  const { headers, body, text } = answered;
  expect([answered.status, body?.code, text]).toEqual([status, code, text]);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const errors = faults?.map((path) => ({ path, message: expect.stringMatching(/./) }));
  const words = { type: `/api/docs#${code}`, title: expect.stringMatching(/./), detail: expect.stringMatching(/./) };
  expect(body).toEqual({ ...words, status, code, ...(errors && { errors }) });
  expect(text).not.toMatch(/node_modules|\.js:\d|\bat [\w.]+ \(|sqlite|fastify|FST_/i);
  if (status === 401) expect(headers.get('www-authenticate')).toBe('Bearer');
}

function withHeaders(sound: Sent, sent: Sent): Sent {
  return { ...sound, ...sent, headers: { ...sound.headers, ...sent.headers } };
}

function soundPath(route: WriteRoute): string {
  return pathOf(route).replace('TOKEN', tokenId);
}

function soundly({ body, form, as }: WriteRoute): Sent {
  const sentForm = form !== undefined && { raw: form, headers: { 'content-type': FORM_TYPE } };
  return { ...(body && { body }), ...sentForm, ...(as && { token: tokens[as] }) };
}

/** The floor on which every request of `WRITE_ROUTES` is in order, and those of `refusalRows` are not. */
async function furnishForWrites() {
  const people = await furnish(api);
  for (const id of ['leaver', 'gone', 'mover']) await hire(api, id);
  done(await api.post('/api/teams', { id: 'shed', name: 'Shed', occurredAt: LONG_AGO }));
  const gone = await tokenFor(api, 'gone');
  await depart(api, 'gone', [{ ownerId: 'bob' }]);
  const revoked = await api.post('/api/reps/bob/tokens', {});
  done(await api.call('DELETE', `/api/reps/bob/tokens/${revoked.body.tokenId}`));
  const spare = done(await api.post('/api/reps/ann/tokens', {}));
  for (const command of ['assign', 'release', 'profile', 'contacts', 'erase', 'merge']) {
    const contacts = [{ id: 'first', name: 'First' }];
    done(await api.post('/api/customers', { id: `customer-${command}`, name: command, ownerId: 'ann', contacts }));
  }
  done(await api.post('/api/customers', { id: 'customer-claim', name: 'In the pool' }));
  await eraseCustomer(api, 'erased');
  done(await api.post('/api/customers', { id: 'merged', name: 'Acme again', ownerId: 'ann' }));
  done(await api.post('/api/customers/merged/merge', { into: 'acme' }));
  for (const id of ['lead-qualify', 'lead-disqualify', 'lead-convert', 'customer-now']) {
    done(await api.post('/api/leads', { id, name: id, ownerId: 'ann' }));
  }
  for (const id of ['lead-convert', 'customer-now']) done(await api.post(`/api/leads/${id}/qualify`, {}));
  done(await api.post('/api/leads/customer-now/convert', {}));
  for (const { route, id } of WRITE_ROUTES) {
    if (id && route.startsWith('POST /api/deals/')) await openDeal(api, id, { occurredAt: LONG_AGO });
  }
  done(await api.post('/api/deals/deal-move-back/advance', { to: 'offer', requires: { budget: 1 } }));
  done(await api.post('/api/deals/deal-reopen/lose', { reason: 'Price' }));
  for (const id of ['task-reassign', 'task-complete']) {
    done(await api.post('/api/activities/tasks', { id, repId: 'ann' }));
  }
  await api.park(dealHistory, 'parked', await api.head());
  await api.setGenerations(productVersions, { isKept: true });
  const building = { kind: 'rebuild', isBegun: false, since: 0, from: '0' } as const;
  await api.setGenerations(submissionDeadlines, { building });
  await raiseNotification(api.platform, NOTICE);
  await raiseFailed(api.platform.runner, FAILED_NOTICE);
  done(await api.post('/api/saved-reports', { id: 'a-report', name: 'A report', report: 'losses' }));
  await furnishForRefusals();
  const otherSecret = withOtherSecret(people.ann);
  return {
    tokens: people,
    tokenId: spare.body.tokenId as string,
    dead: {
      'a token of nobody': 'garbage',
      'a token with another secret': otherSecret,
      'an expired token': await tokenFor(api, 'ann', { expiresAt: '2020-01-01T00:00:00Z' }),
      'a revoked token': revoked.body.token as string,
      "a departed rep's token": gone,
    },
  };
}

/** The same token with another secret. */
function withOtherSecret(token: string): string {
  const [rep, id] = token.split('.');
  return `${rep}.${id}.${'A'.repeat(43)}`;
}

async function furnishForRefusals(): Promise<void> {
  await openDeal(api, 'open', { occurredAt: LONG_AGO });
  const raw = formOf({ id: 'uploaded', kind: 'teams' }, 'id,name,parent_id\neast,East,\n');
  done(await api.call('POST', '/api/imports', { raw, headers: { 'content-type': FORM_TYPE } }));
  const committed = formOf({ id: 'committed', kind: 'customers' }, 'id,name\n');
  done(await api.call('POST', '/api/imports', { raw: committed, headers: { 'content-type': FORM_TYPE } }));
  done(await api.post('/api/imports/committed/commit', {}));
  await openDeal(api, 'won');
  done(await api.post('/api/deals/won/win', {}));
  done(await api.post('/api/processes', { ...STANDARD, id: 'one-way', rules: {} }));
  await openDeal(api, 'one-way', { processId: 'one-way' });
  await openDeal(api, 'at-offer', { stage: 'offer', requires: { budget: 1 } });
  done(await api.post('/api/activities/tasks', { id: 'done-task', repId: 'ann' }));
  done(await api.post('/api/activities/tasks/done-task/complete', {}));
  done(await api.post('/api/activities/notes', { id: 'a-note', repId: 'ann' }));
}
