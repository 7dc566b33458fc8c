import { type Notice, notificationIdOf } from '#notifications/raise-notification.contract.js';
import { type Person, STANDARD, usd } from './sales-floor.js';

/** A write route with a request that is in order. `denied` are who may not send it, beside those who only read. */
export type WriteRoute = Readonly<{
  /** As in the OpenAPI document. */
  route: string;
  /** The record of the path, where the route has one. */
  id?: string;
  body?: Readonly<Record<string, unknown>>;
  /** Sent as multipart/form-data instead of a body. */
  form?: string;
  denied: readonly Person[];
  /** Who sends it. Default: the admin. */
  as?: Person;
}>;

/** Routes for the admin alone deny these. */
const SELLERS: readonly Person[] = ['ann', 'mia'];
/** What is Ann's, is none of these people's. */
const NOT_ANNS: readonly Person[] = ['bob', 'sue', 'max'];

/** Of which Ann was told. */
export const NOTICE: Notice = {
  ...{
    cause: 'a spec',
    recipientId: 'ann',
    topic: 'quotaMet',
    subject: 'Ann has met it',
    text: 'Well done',
    about: null,
  },
};

/** A notification that failed to go out. */
export const FAILED_NOTICE = 'not-delivered';

const LINES = [{ productId: 'gtx', model: 'pro', quantity: 2, price: usd(400_000) }];
const CONTACT = { id: 'jo', name: 'Jo', email: 'jo@example.com', phone: '1', title: 'CTO' };
const ABOUT = { repId: 'ann', customerId: 'acme', subject: 'Hello', text: 'How they are' };
const { id: _, ...REVISED } = { ...STANDARD, name: 'Standard, revised' };

export const FORM_TYPE = 'multipart/form-data; boundary=part';

/** A form of these fields and, if there is one, this file; its type is `FORM_TYPE`. */
export function formOf(fields: Readonly<Record<string, string>>, file?: string): string {
  const parts = Object.entries(fields).map(([name, value]) => `name="${name}"\r\n\r\n${value}`);
  if (file !== undefined) parts.push(`name="file"; filename="file.csv"\r\nContent-Type: text/csv\r\n\r\n${file}`);
  const part = (text: string) => `--part\r\nContent-Disposition: form-data; ${text}\r\n`;
  return `${parts.map(part).join('')}--part--\r\n`;
}

const changesDeal = (command: string, body: WriteRoute['body']): WriteRoute => ({
  route: `POST /api/deals/{id}/${command}`,
  id: `deal-${command}`,
  ...(body && { body }),
  denied: NOT_ANNS,
});

/** In this order every one of them succeeds on the floor that `furnishForWrites` makes. */
export const WRITE_ROUTES: readonly WriteRoute[] = [
  { route: 'POST /api/processes', body: { ...STANDARD, id: 'second' }, denied: SELLERS },
  { route: 'POST /api/processes/{id}/revise', id: 'standard', body: REVISED, denied: SELLERS },
  {
    route: 'POST /api/company/calendar',
    body: {
      calendar: { kind: '4-4-5', yearEnd: { rule: 'last', weekday: 'saturday', month: 12 } },
      timeZone: 'Europe/Berlin',
    },
    denied: SELLERS,
  },
  {
    route: 'POST /api/exchange-rates',
    body: { currency: 'EUR', rate: '1.0825', from: '2017-01-01' },
    denied: SELLERS,
  },
  { route: 'POST /api/teams', body: { id: 'west', name: 'West', parentId: 'north' }, denied: SELLERS },
  { route: 'POST /api/teams/{id}/rename', id: 'shed', body: { name: 'Barn' }, denied: SELLERS },
  { route: 'POST /api/teams/{id}/move', id: 'shed', body: { parentId: 'north' }, denied: SELLERS },
  {
    route: 'POST /api/reps',
    body: { id: 'ned', name: 'Ned', email: 'ned@example.com', teamId: 'north', role: 'rep', hiredOn: '2020-01-01' },
    denied: SELLERS,
  },
  { route: 'POST /api/reps/{id}/move', id: 'mover', body: { teamId: 'shed' }, denied: SELLERS },
  {
    route: 'POST /api/reps/{id}/profile',
    id: 'mover',
    body: { name: 'Mo', email: 'mo@example.com', role: 'manager', region: 'North' },
    denied: SELLERS,
  },
  {
    route: 'POST /api/reps/{id}/tokens',
    id: 'ann',
    body: { expiresAt: '2190-01-01T00:00:00+02:00' },
    denied: SELLERS,
  },
  { route: 'DELETE /api/reps/{id}/tokens/{tokenId}', id: 'ann', denied: SELLERS },
  {
    route: 'POST /api/reps/{id}/depart',
    id: 'leaver',
    body: { on: '2020-06-30', successors: [{ ownerId: 'ann', share: 1 }, { ownerId: 'bob' }], reason: 'Left' },
    denied: ['ann', 'max'],
  },
  {
    route: 'POST /api/products',
    body: { id: 'mg', name: 'MG', models: [{ id: 'x', name: 'X', price: usd(5) }] },
    denied: SELLERS,
  },
  {
    route: 'POST /api/products/{id}/revise',
    id: 'gtx',
    body: { name: 'GTX 2', models: [{ id: 'pro', name: 'GTX Pro', price: usd(1) }] },
    denied: SELLERS,
  },
  {
    route: 'POST /api/customers',
    body: { id: 'new', name: 'New', ownerId: 'ann', industry: 'Steel', contacts: [CONTACT] },
    denied: NOT_ANNS,
  },
  { route: 'POST /api/customers/{id}/assign', id: 'customer-assign', body: { ownerId: 'bob' }, denied: NOT_ANNS },
  {
    route: 'POST /api/customers/{id}/release',
    id: 'customer-release',
    body: { reason: 'Mine no more' },
    denied: NOT_ANNS,
  },
  { route: 'POST /api/customers/{id}/claim', id: 'customer-claim', body: {}, denied: [], as: 'ann' },
  { route: 'POST /api/customers/{id}/profile', id: 'customer-profile', body: { name: 'Renamed' }, denied: NOT_ANNS },
  { route: 'POST /api/customers/{id}/contacts', id: 'customer-contacts', body: CONTACT, denied: NOT_ANNS },
  { route: 'DELETE /api/customers/{id}/contacts/{contactId}', id: 'customer-contacts', denied: NOT_ANNS },
  { route: 'POST /api/customers/{id}/merge', id: 'customer-merge', body: { into: 'acme' }, denied: NOT_ANNS },
  { route: 'POST /api/customers/{id}/erase', id: 'customer-erase', body: { reason: 'As asked' }, denied: SELLERS },
  {
    route: 'POST /api/leads',
    body: {
      ...{ id: 'lead', name: 'Lea', company: 'Lead Ltd', email: 'lea@example.com', phone: '1', source: 'fair' },
      ownerId: 'ann',
    },
    denied: NOT_ANNS,
  },
  { route: 'POST /api/leads/{id}/qualify', id: 'lead-qualify', body: { note: 'They have money' }, denied: NOT_ANNS },
  { route: 'POST /api/leads/{id}/disqualify', id: 'lead-disqualify', body: { reason: 'No money' }, denied: NOT_ANNS },
  {
    route: 'POST /api/leads/{id}/convert',
    id: 'lead-convert',
    body: {
      ownerId: 'ann',
      deal: { name: 'Deal', amount: usd(5), processId: 'standard', expectedCloseOn: '2030-01-31' },
    },
    denied: NOT_ANNS,
  },
  {
    route: 'POST /api/deals',
    body: {
      ...{ id: 'deal', name: 'Deal', customerId: 'acme', processId: 'standard', stage: 'talk', ownerId: 'ann' },
      ...{ amount: usd(790_000), lines: LINES, expectedCloseOn: '2030-01-31', requires: { budget: 5 } },
    },
    denied: NOT_ANNS,
  },
  changesDeal('advance', { to: 'offer', requires: { budget: 100 } }),
  changesDeal('move-back', { to: 'talk', reason: 'They think again' }),
  changesDeal('amount', { amount: usd(5) }),
  changesDeal('lines', { lines: LINES }),
  changesDeal('reschedule', { expectedCloseOn: '2030-01-31' }),
  changesDeal('category', { forecastCategory: 'commit' }),
  changesDeal('reassign', { ownerId: 'bob' }),
  changesDeal('split', {
    shares: [
      { repId: 'ann', basisPoints: 6_000 },
      { repId: 'bob', basisPoints: 4_000 },
    ],
  }),
  changesDeal('win', { amount: usd(7), signedOn: '2020-01-01' }),
  changesDeal('lose', { reason: 'Price', competitor: 'Them' }),
  changesDeal('reopen', { reason: 'They called back' }),
  changesDeal('correct', {
    ...{ effectiveAt: '2020-02-01T09:00:00+01:00', reason: 'A slip of the pen' },
    changes: { amount: usd(6), stage: 'offer', expectedCloseOn: '2030-01-31', ownerId: 'bob' },
  }),
  {
    route: 'POST /api/activities/calls',
    body: { ...ABOUT, id: 'call', direction: 'outbound', durationSeconds: 60 },
    denied: NOT_ANNS,
  },
  { route: 'POST /api/activities/emails', body: { ...ABOUT, id: 'email', direction: 'inbound' }, denied: NOT_ANNS },
  {
    route: 'POST /api/activities/meetings',
    body: { ...ABOUT, id: 'meeting', startsAt: '2020-01-01T10:00:00Z', endsAt: '2020-01-01T12:00:00+01:00' },
    denied: NOT_ANNS,
  },
  { route: 'POST /api/activities/notes', body: { ...ABOUT, id: 'note' }, denied: NOT_ANNS },
  { route: 'POST /api/activities/tasks', body: { ...ABOUT, id: 'task', dueOn: '2030-01-31' }, denied: NOT_ANNS },
  { route: 'POST /api/activities/tasks/{id}/reassign', id: 'task-reassign', body: { repId: 'bob' }, denied: NOT_ANNS },
  { route: 'POST /api/activities/tasks/{id}/complete', id: 'task-complete', body: {}, denied: NOT_ANNS },
  {
    route: 'POST /api/quotas',
    body: { repId: 'ann', period: '2030-Q1', amount: usd(1_000_000) },
    denied: ['ann', 'max'],
  },
  {
    route: 'POST /api/forecasts/{period}/adjust',
    body: { ownerId: 'ann', category: 'commit', amount: usd(1_000_000), note: 'Two more will sign' },
    denied: ['ann', 'max'],
  },
  {
    route: 'POST /api/forecasts/{period}/submit',
    body: { ownerId: 'ann', category: 'commit', amount: usd(1_000_000), note: 'As agreed' },
    denied: NOT_ANNS,
  },
  { route: 'POST /api/leaderboards/names', body: { repId: 'ann', name: 'Ace' }, denied: ['mia', ...NOT_ANNS] },
  {
    route: 'POST /api/saved-reports',
    body: {
      ...{ id: 'new-report', name: 'Win rates', report: 'win-rate', relative: 'lastMonth', group: 'team' },
      ...{ filter: { team: 'north' }, compare: 'both' },
      schedule: { every: 'week', format: 'xlsx', recipients: ['ann'] },
    },
    denied: [],
  },
  { route: 'POST /api/saved-reports/{id}/discard', id: 'a-report', body: {}, denied: ['ann', 'mia'] },
  { route: 'POST /api/forecasts/deadlines', body: { unit: 'quarter', dueOnDay: 5 }, denied: SELLERS },
  {
    route: 'POST /api/forecast-methods/choose',
    body: { method: 'historical-landing' },
    denied: SELLERS,
  },
  {
    route: 'POST /api/notifications/{id}/read',
    id: notificationIdOf(NOTICE),
    body: {},
    denied: ['mia', ...NOT_ANNS],
  },
  {
    route: 'POST /api/notifications/{id}/retry',
    id: FAILED_NOTICE,
    body: { channel: 'webhook' },
    denied: SELLERS,
  },
  {
    route: 'POST /api/imports',
    form: formOf({ id: 'file', kind: 'teams' }, 'id,name,parent_id\neast,East,\n'),
    denied: ['ann'],
  },
  { route: 'POST /api/imports/{id}/commit', id: 'uploaded', body: { duplicates: 'create' }, denied: ['ann'] },
  { route: 'POST /api/projections/{name}/parked/{key}/retry', denied: SELLERS },
  { route: 'POST /api/projections/{name}/parked/{key}/release', denied: SELLERS },
  { route: 'POST /api/projections/{name}/rebuild', denied: SELLERS },
  { route: 'POST /api/projections/{name}/rollback', denied: SELLERS },
];

/** Read models that other rows do not look at. */
const NAMED: Readonly<Record<string, string>> = {
  'POST /api/projections/{name}/rebuild': 'audit-log',
  'POST /api/projections/{name}/rollback': 'product-versions',
};

/** The path of the route, with the id of its record or another one. */
export const pathOf = ({ route, id = '' }: WriteRoute, otherId = id): string =>
  (route.split(' ')[1] ?? '')
    .replace('{id}', otherId)
    .replace('{contactId}', 'first')
    .replace('{period}', '2030-Q1')
    .replace('{name}', NAMED[route] ?? 'deal-history')
    .replace('{key}', 'parked')
    .replace('{tokenId}', 'TOKEN');
