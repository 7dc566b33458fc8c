import { LARGEST_AMOUNT } from '#kernel/money.js';
import type { Sent } from './running-api.js';
import { STANDARD, usd } from './sales-floor.js';
import { FAILED_NOTICE, FORM_TYPE, formOf } from './write-routes.js';

type Refusal = Readonly<{ route: string; what: string; path: string; sent: Sent; status: number; code: string }>;

const refused = (code: string, what: string, path: string, body: object): Refusal => ({
  ...{ route: `POST ${path}`, what, path, sent: { body }, status: 409, code },
});

const [talk, offer] = STANDARD.stages;
const DEAL = { name: 'X', customerId: 'acme', processId: 'standard', amount: usd(1) };
const DEAL_OF_LEAD = { name: 'X', amount: usd(1) };
const CALL = { repId: 'ann', customerId: 'acme' };
const LINE = { productId: 'gtx', quantity: 1, price: usd(1) };
const ON = { on: '2020-06-30' };

const tokenUnknown: Refusal = {
  ...{ route: 'DELETE /api/reps/{id}/tokens/{tokenId}', what: 'no such token', path: '/api/reps/ann/tokens/none' },
  ...{ sent: {}, status: 404, code: 'TokenUnknown' },
};

const ofNothingParked = ['retry', 'release'].flatMap((order) =>
  [
    ['no such projection', 'none/parked/parked'],
    ['a key of which nothing is parked', 'deal-history/parked/none'],
  ].map(
    ([what = '', path]): Refusal => ({
      ...{
        route: `POST /api/projections/{name}/parked/{key}/${order}`,
        what,
        path: `/api/projections/${path}/${order}`,
      },
      ...{ sent: {}, status: 404, code: 'NothingParked' },
    }),
  ),
);

function generation(order: string, what: string, name: string, status: number, code: string): Refusal {
  const path = `/api/projections/${name}/${order}`;
  return { route: `POST /api/projections/{name}/${order}`, what, path, sent: {}, status, code };
}

const ofGenerations: readonly Refusal[] = [
  ...['rebuild', 'rollback'].flatMap((order) => [
    generation(order, 'no such read model', 'none', 404, 'UnknownProjection'),
    generation(order, 'one that is being built', 'submission-deadlines', 409, 'AlreadyBuilding'),
  ]),
  generation('rollback', 'one of which nothing is kept', 'team-versions', 409, 'NothingKept'),
];

const uploaded = (what: string, raw: string, status: number, code: string): Refusal => {
  const sent = { raw, headers: { 'content-type': FORM_TYPE } };
  return { route: 'POST /api/imports', what, path: '/api/imports', sent, status, code };
};

const corrected = (code: string, what: string, changes: object, effectiveAt = '2020-02-01T00:00:00Z'): Refusal =>
  refused(code, what, '/api/deals/open/correct', { effectiveAt, changes, reason: 'X' });

const refusedForecast = (code: string, what: string, command: string, more: object): Refusal => ({
  ...refused(code, what, `/api/forecasts/2030-Q2/${command}`, { category: 'commit', amount: usd(1), ...more }),
  route: `POST /api/forecasts/{period}/${command}`,
});

const splitTo = (repId: string, basisPoints = 10_000) => ({ shares: [{ repId, basisPoints }] });

const committed = (code: string, what: string, id: string): Refusal => ({
  ...refused(code, what, `/api/imports/${id}/commit`, { duplicates: 'skip' }),
  route: 'POST /api/imports/{id}/commit',
});

/** Each business rule, broken by a request that is well formed. */
export const refusalRows: readonly Refusal[] = [
  refused('ProcessAlreadyExists', 'defined otherwise', '/api/processes', { ...STANDARD, name: 'Other' }),
  refused('StageRepeated', 'two stages of one id', '/api/processes', {
    ...STANDARD,
    id: 'twice',
    stages: [talk, talk],
  }),
  refused('StageRepeated', 'revised to two stages of one id', '/api/processes/standard/revise', {
    name: 'X',
    stages: [offer, offer],
  }),
  refused('TeamAlreadyExists', 'another name', '/api/teams', { id: 'north', name: 'Other' }),
  refused('ParentTeamUnknown', 'below no team', '/api/teams', { name: 'X', parentId: 'nowhere' }),
  refused('ParentTeamUnknown', 'to below no team', '/api/teams/north/move', { parentId: 'nowhere' }),
  refused('TeamBelowItself', 'to below itself', '/api/teams/north/move', { parentId: 'north' }),
  refused('ParentTeamChangedLater', 'to below a team before there was one', '/api/teams/north/move', {
    ...{ parentId: 'shed', occurredAt: '2019-06-01T00:00:00Z' },
  }),
  refused('TeamUnknown', 'to no team', '/api/reps/ann/move', { teamId: 'nowhere' }),
  refused('RepDeparted', 'who has left, to another team', '/api/reps/gone/move', { teamId: 'shed' }),
  refused('RepDeparted', 'who has left, to another name', '/api/reps/gone/profile', { name: 'Other' }),
  refused('RepAlreadyExists', 'another name', '/api/reps', {
    ...{ id: 'ann', name: 'Other', email: 'a@example.com', teamId: 'north', role: 'rep' },
  }),
  ...['admin', 'system'].map((id) =>
    refused('RepIdReserved', `under the id of the ${id}`, '/api/reps', {
      ...{ id, name: 'X', email: 'x@example.com', teamId: 'north', role: 'rep' },
    }),
  ),
  refused('TeamUnknown', 'in no team', '/api/reps', {
    ...{ name: 'X', email: 'x@example.com', teamId: 'nowhere', role: 'rep' },
  }),
  refused('RepDeparted', 'a token for who has left', '/api/reps/gone/tokens', {}),
  refused('RepAlreadyDeparted', 'who has left', '/api/reps/gone/depart', { ...ON, successors: [{ ownerId: 'ann' }] }),
  refused('SuccessorMissing', 'no successor', '/api/reps/ann/depart', { ...ON, successors: [] }),
  refused('SuccessorIsLeaver', 'to themselves', '/api/reps/ann/depart', { ...ON, successors: [{ ownerId: 'ann' }] }),
  refused('SuccessorRepeated', 'to one twice', '/api/reps/ann/depart', {
    ...{ ...ON, successors: [{ ownerId: 'bob' }, { ownerId: 'bob' }] },
  }),
  refused('SuccessorShareNotPositive', 'for nothing', '/api/reps/ann/depart', {
    ...{ ...ON, successors: [{ ownerId: 'bob', share: 0 }] },
  }),
  refused('RepUnknown', 'to nobody', '/api/reps/ann/depart', { ...ON, successors: [{ ownerId: 'nobody' }] }),
  refused('RepDeparted', 'to who has left', '/api/reps/ann/depart', { ...ON, successors: [{ ownerId: 'gone' }] }),
  tokenUnknown,
  refused('MethodNotBackTested', 'by no back-test', '/api/forecast-methods/choose', {
    method: 'commit',
    backTestId: 'none',
  }),
  refused('ProductAlreadyExists', 'another name', '/api/products', { id: 'gtx', name: 'Other' }),
  refused('ModelRepeated', 'two models of one id', '/api/products', {
    ...{ name: 'X', models: [1, 2].map((amount) => ({ id: 'm', name: 'M', price: usd(amount) })) },
  }),
  refused('CustomerAlreadyExists', 'another name', '/api/customers', { id: 'acme', name: 'Other' }),
  refused('ContactRepeated', 'two contacts of one id', '/api/customers', {
    ...{ name: 'X', contacts: ['A', 'B'].map((name) => ({ id: 'c', name })) },
  }),
  refused('RepUnknown', 'for nobody', '/api/customers', { name: 'X', ownerId: 'nobody' }),
  refused('RepDeparted', 'to who has left', '/api/customers/acme/assign', { ownerId: 'gone' }),
  refused('RepUnknown', 'to nobody', '/api/customers/acme/assign', { ownerId: 'nobody' }),
  refused('CustomerIsErased', 'of who was erased', '/api/customers/erased/profile', { name: 'Again' }),
  refused('MergedIntoItself', 'into itself', '/api/customers/acme/merge', { into: 'acme' }),
  refused('SurvivorUnknown', 'into nobody', '/api/customers/acme/merge', { into: 'nobody' }),
  refused('MergedIntoItself', 'into who was merged into them', '/api/customers/acme/merge', { into: 'merged' }),
  refused('CustomerIsErased', 'into who was erased', '/api/customers/acme/merge', { into: 'erased' }),
  ...Object.entries({
    merge: { into: 'customer-merge' },
    assign: { ownerId: 'bob' },
    release: {},
    profile: { name: 'X' },
    contacts: { name: 'X' },
  }).map(([command, body]) => refused('CustomerIsMerged', 'who was merged', `/api/customers/merged/${command}`, body)),
  refused('CustomerAlreadyOwned', 'claimed from its owner', '/api/customers/acme/claim', {}),
  refused('LeadAlreadyExists', 'another name', '/api/leads', { id: 'lead-convert', name: 'Other' }),
  refused('RepUnknown', 'for nobody', '/api/leads', { name: 'X', ownerId: 'nobody' }),
  refused('RepDeparted', 'for who has left', '/api/leads', { name: 'X', ownerId: 'gone' }),
  refused('LeadNotQualified', 'a new lead', '/api/leads/lead-qualify/convert', {}),
  refused('FirstDealRefused', 'through no process', '/api/leads/lead-convert/convert', {
    deal: { ...DEAL_OF_LEAD, processId: 'none' },
  }),
  refused('FirstDealRefused', 'through one of several processes', '/api/leads/lead-convert/convert', {
    deal: { ...DEAL_OF_LEAD, processId: null },
  }),
  refused('RepDeparted', 'for who has left', '/api/leads/lead-convert/convert', { ownerId: 'gone' }),
  ...Object.entries({ qualify: {}, disqualify: { reason: 'X' }, convert: { ownerId: 'bob' } }).map(([command, body]) =>
    refused('LeadAlreadyConverted', 'a customer', `/api/leads/customer-now/${command}`, body),
  ),
  refused('DealAlreadyExists', 'another name', '/api/deals', { ...DEAL, id: 'open', name: 'Other' }),
  refused('CustomerUnknown', 'with nobody', '/api/deals', { ...DEAL, customerId: 'nobody' }),
  refused('ProcessUnknown', 'through no process', '/api/deals', { ...DEAL, processId: 'none' }),
  refused('ProcessNotGiven', 'through one of several processes', '/api/deals', { ...DEAL, processId: undefined }),
  refused('StageUnknown', 'in no stage', '/api/deals', { ...DEAL, stage: 'none' }),
  refused('RequiredFieldMissing', 'without what the stage requires', '/api/deals', { ...DEAL, stage: 'offer' }),
  refused('FieldHasOwnCommand', 'an amount beside the amount', '/api/deals', { ...DEAL, requires: { amount: 5 } }),
  refused('ProductUnknown', 'of no product', '/api/deals', { ...DEAL, lines: [{ ...LINE, productId: 'none' }] }),
  refused('ModelUnknown', 'of no model', '/api/deals', { ...DEAL, lines: [{ ...LINE, model: 'none' }] }),
  refused('AmountInvalid', 'more than can be counted', '/api/deals', {
    ...{ ...DEAL, amount: null, lines: [{ ...LINE, quantity: 2, price: usd(LARGEST_AMOUNT) }] },
  }),
  refused('RepUnknown', 'for nobody', '/api/deals', { ...DEAL, ownerId: 'nobody' }),
  refused('RepDeparted', 'for who has left', '/api/deals', { ...DEAL, ownerId: 'gone' }),
  refused('StageSkipped', 'a stage skipped', '/api/deals/open/advance', { to: 'close' }),
  refused('StageUnknown', 'to no stage', '/api/deals/open/advance', { to: 'none' }),
  refused('StageNotAhead', 'backwards', '/api/deals/at-offer/advance', { to: 'talk' }),
  refused('RequiredFieldMissing', 'without what the stage requires', '/api/deals/open/advance', { to: 'offer' }),
  refused('RequiredFieldMissing', 'a required field blank', '/api/deals/open/advance', {
    ...{ to: 'offer', requires: { budget: ' ' } },
  }),
  refused('FieldHasOwnCommand', 'an owner as a field', '/api/deals/open/advance', {
    ...{ to: 'offer', requires: { ownerId: 'bob' } },
  }),
  refused('StageNotBehind', 'forwards', '/api/deals/open/move-back', { to: 'close', reason: 'X' }),
  refused('MoveBackNotAllowed', 'in a process of one way', '/api/deals/one-way/move-back', {
    to: 'close',
    reason: 'X',
  }),
  refused('SignedInFuture', 'signed tomorrow', '/api/deals/open/win', { signedOn: '2190-01-01' }),
  refused('RepUnknown', 'to nobody', '/api/deals/open/reassign', { ownerId: 'nobody' }),
  refused('RepDeparted', 'to who has left', '/api/deals/open/reassign', { ownerId: 'gone' }),
  refused('SplitInvalid', 'by less than all of it', '/api/deals/open/split', splitTo('ann', 9_999)),
  refused('RepUnknown', 'with nobody', '/api/deals/open/split', splitTo('nobody')),
  refused('RepDeparted', 'with who has left', '/api/deals/open/split', splitTo('gone')),
  corrected('EffectiveBeforeOpening', 'before it was opened', {}, '2019-12-31T23:59:59Z'),
  corrected('EffectiveInFuture', 'from tomorrow on', {}, '2190-01-01T00:00:00Z'),
  corrected('StageUnknown', 'to no stage', { stage: 'none' }),
  corrected('RepUnknown', 'to nobody', { ownerId: 'nobody' }),
  corrected('RepDeparted', 'to who has left', { ownerId: 'gone' }),
  refused('DealNotClosed', 'an open deal', '/api/deals/open/reopen', { reason: 'X' }),
  ...Object.entries({
    advance: { to: 'offer', requires: { budget: 1 } },
    'move-back': { to: 'talk', reason: 'X' },
    amount: { amount: usd(1) },
    lines: { lines: [LINE] },
    reschedule: { expectedCloseOn: '2030-01-31' },
    category: { forecastCategory: 'commit' },
    reassign: { ownerId: 'bob' },
    split: splitTo('bob'),
    win: { amount: usd(1) },
    lose: { reason: 'X' },
  }).map(([command, body]) => refused('DealNotOpen', 'a won deal', `/api/deals/won/${command}`, body)),
  refused('RepUnknown', 'of nobody', '/api/activities/calls', { ...CALL, repId: 'nobody' }),
  refused('CustomerUnknown', 'with nobody', '/api/activities/calls', { ...CALL, customerId: 'nobody' }),
  refused('DealUnknown', 'about no deal', '/api/activities/calls', { ...CALL, dealId: 'none' }),
  ...['calls', 'emails', 'meetings', 'notes', 'tasks'].map((kind) =>
    refused('DealOfAnotherCustomer', 'with one, about the deal of another', `/api/activities/${kind}`, {
      ...{ repId: 'ann', customerId: 'customer-profile', dealId: 'open' },
    }),
  ),
  ...['calls', 'emails', 'meetings'].map((kind) =>
    refused('CustomerOrDealMissing', 'with nobody in particular', `/api/activities/${kind}`, { repId: 'ann' }),
  ),
  refused('MeetingEndsBeforeItStarts', 'ends before it starts', '/api/activities/meetings', {
    ...{ ...CALL, startsAt: '2020-01-01T10:00:00Z', endsAt: '2020-01-01T10:00:00+01:00' },
  }),
  refused('DeliveryNotFailed', 'by which it was not to go out', `/api/notifications/${FAILED_NOTICE}/retry`, {
    channel: 'email',
  }),
  refused('ActivityAlreadyExists', 'with other particulars', '/api/activities/notes', {
    ...{ id: 'a-note', repId: 'ann', text: 'Other' },
  }),
  refused('RepDeparted', 'for who has left', '/api/activities/tasks', { repId: 'gone' }),
  refused('ActivityNotATask', 'a note', '/api/activities/tasks/a-note/complete', {}),
  refused('ActivityNotATask', 'a note', '/api/activities/tasks/a-note/reassign', { repId: 'bob' }),
  refused('TaskAlreadyCompleted', 'a task that is done', '/api/activities/tasks/done-task/reassign', { repId: 'bob' }),
  refused('RepDeparted', 'to who has left', '/api/activities/tasks/task-reassign/reassign', { repId: 'gone' }),
  committed('NoCustomersInImport', 'of teams alone', 'uploaded'),
  committed('ImportCommittedOtherwise', 'committed before', 'committed'),
  uploaded('another file', formOf({ id: 'uploaded', kind: 'teams' }, 'id,name\na,A\n'), 409, 'ImportAlreadyExists'),
  refused('CurrencyIsTheCompanys', 'of its own currency', '/api/exchange-rates', {
    ...{ currency: 'USD', rate: '1', from: '2020-01-01' },
  }),
  refused('RateInvalid', 'of nothing', '/api/exchange-rates', { currency: 'GBP', rate: '0', from: '2020-01-01' }),
  refused('ExchangeRateMissing', 'in a currency without a rate', '/api/deals', {
    ...{ ...DEAL, amount: { amount: 1, currency: 'CHF' } },
  }),
  refused('ExchangeRateMissing', 'in a currency without a rate', '/api/quotas', {
    ...{ repId: 'ann', period: '2030', amount: { amount: 1, currency: 'CHF' } },
  }),
  refused('CurrencyMismatch', 'in another currency', '/api/deals/open/amount', {
    amount: { amount: 1, currency: 'EUR' },
  }),
  refused('RepUnknown', 'of nobody', '/api/quotas', { repId: 'nobody', period: '2030', amount: usd(1) }),
  refused('TeamUnknown', 'of no team', '/api/quotas', { teamId: 'nowhere', period: '2030', amount: usd(1) }),
  ...['adjust', 'submit'].flatMap((command) => [
    refusedForecast('RepUnknown', 'of nobody', command, { ownerId: 'nobody' }),
    refusedForecast('TeamUnknown', 'of no team', command, { teamId: 'nowhere' }),
  ]),
  refused('RepUnknown', 'of nobody', '/api/leaderboards/names', { repId: 'nobody', name: 'X' }),
  refused('RecipientUnknown', 'to nobody', '/api/saved-reports', {
    ...{ name: 'X', report: 'losses', schedule: { every: 'day', format: 'csv', recipients: ['nobody'] } },
  }),
  ...ofNothingParked,
  ...ofGenerations,
  refusedForecast('ForecastNotAdjusted', 'taken back before it was made', 'adjust', { ownerId: 'ann', amount: null }),
];
