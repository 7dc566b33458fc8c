import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, usd } from './sales-floor.js';

const onDay = (day: number) => ({ occurredAt: `2020-03-0${day}T09:00:00.000Z` });
const asOf = (day: number) => `asOf=2020-03-0${day}T12:00:00Z`;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await furnish(api);
});
afterAll(() => api.stop());

const write = async (path: string, body: object) => done(await api.post(path, body)).body;
const read = async (path: string) => done(await api.get(path)).body;
const idsOf = async (path: string): Promise<string[]> => (await read(path)).items.map(({ id }: { id: string }) => id);

/** All pages of a list, two items each. */
const all = async (path: string): Promise<unknown[]> => {
  const items: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = await read(`${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${page.next}`;
  }
};

const makeCustomer = async (id: string): Promise<void> => {
  const contacts = [{ name: `Contact of ${id}` }];
  await write('/api/customers', { id, name: `Firm ${id}`, ownerId: 'ann', contacts, ...onDay(1) });
  const deal = { customerId: id, processId: 'standard', amount: usd(100), ownerId: 'ann' };
  for (const number of [1, 2]) await write('/api/deals', { id: `${id}-d${number}`, name: id, ...deal, ...onDay(2) });
  await write('/api/activities/calls', { id: `${id}-call`, repId: 'ann', customerId: id, ...onDay(3) });
  await write('/api/activities/tasks', { id: `${id}-task`, repId: 'ann', customerId: id, ...onDay(3) });
};

it('finds all of merged customers under the one who survives, from then on', async () => {
  for (const id of ['a', 'b', 'c']) await makeCustomer(id);
  await write('/api/customers/a/merge', { into: 'b', ...onDay(4) });
  const { position, revision } = await write('/api/customers/b/merge', { into: 'c', ...onDay(5) });
  expect(await write('/api/customers/b/merge', { into: 'c', ...onDay(5) })).toMatchObject({ position, revision });

  const survivor = await read(`/api/customers/c?after=${position}`);
  expect(survivor).toMatchObject({
    mergedInto: null,
    merged: ['b', 'a'],
    deals: { open: { deals: 6, amount: usd(600) } },
  });
  expect(survivor.contacts.map(({ name }: { name: string }) => name)).toEqual(
    ['c', 'b', 'a'].map((id) => `Contact of ${id}`),
  );
  expect(await read('/api/customers/a')).toMatchObject({ mergedInto: 'b', name: 'Firm a' });
  expect((await idsOf('/api/customers')).sort()).toEqual(['acme', 'c']);
  expect((await idsOf(`/api/customers?${asOf(4)}`)).sort()).toEqual(['acme', 'b', 'c']);

  // Before the merge the history is what it was.
  expect(await read(`/api/customers/c?${asOf(4)}`)).toMatchObject({ merged: [], deals: { open: { deals: 2 } } });
  expect(await read(`/api/customers/b?${asOf(4)}`)).toMatchObject({ merged: ['a'], deals: { open: { deals: 4 } } });
  expect(await read(`/api/customers/a?${asOf(3)}`)).toMatchObject({ mergedInto: null, deals: { open: { deals: 2 } } });

  const deals = (await all('/api/deals?customer=c')) as { id: string }[];
  expect(deals.map(({ id }) => id)).toEqual(['a-d1', 'a-d2', 'b-d1', 'b-d2', 'c-d1', 'c-d2']);
  expect(await idsOf(`/api/deals?customer=c&${asOf(4)}`)).toEqual(['c-d1', 'c-d2']);
  const activities = (await all('/api/activities?customerId=c')) as { id: string }[];
  expect(activities.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'].flatMap((id) => [`${id}-call`, `${id}-task`]));

  const timeline = (await all('/api/customers/c/timeline')) as { at: string; position: string; text: string }[];
  expect(timeline.map(({ text }) => text).slice(0, 2)).toEqual(['Customer merged into c', 'Customer merged into b']);
  expect(timeline).toHaveLength(3 * 5 + 2);
  const times = timeline.map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
  const events = (await all('/api/customers/c/events')) as { position: string }[];
  const positions = events.map((event) => Number(event.position));
  expect(positions).toEqual([...new Set(positions)].sort((x, y) => y - x));
  expect(positions).toHaveLength(3 * 5 + 2);
  expect(((await read(`/api/customers/c/timeline?${asOf(3)}`)).items as unknown[]).length).toBe(5);
});

it('takes the deals of merged customers for those of the one who survives, and of no other', async () => {
  for (const id of ['p', 'q', 'r', 's']) await makeCustomer(id);
  await write('/api/customers/p/merge', { into: 'q', ...onDay(4) });
  await write('/api/customers/q/merge', { into: 'r', ...onDay(4) });
  const noted = async (customerId: string, dealId: string) =>
    (await api.post('/api/activities/notes', { repId: 'ann', customerId, dealId, text: 'Likes it' })).body.code ??
    'noted';
  for (const customer of ['p', 'q', 'r']) {
    for (const deal of ['p-d1', 'q-d1', 'r-d1']) expect(await noted(customer, deal)).toBe('noted');
    expect(await noted(customer, 's-d1')).toBe('DealOfAnotherCustomer');
    expect(await noted('s', `${customer}-d1`)).toBe('DealOfAnotherCustomer');
  }
});

it('refuses one of two merges into each other at the same time', async () => {
  for (const id of ['x', 'y']) await write('/api/customers', { id, name: id, ownerId: 'ann' });
  const answers = await Promise.all([
    api.post('/api/customers/x/merge', { into: 'y' }),
    api.post('/api/customers/y/merge', { into: 'x' }),
  ]);
  expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'MergedIntoItself']);
});

it('erases merged customers with the one who survives', async () => {
  for (const id of ['left', 'right']) await write('/api/customers', { id, name: `Querbaum ${id}`, ownerId: 'ann' });
  await write('/api/customers/left/merge', { into: 'right' });
  await write('/api/customers/right/erase', {});
  for (let tries = 0; tries < 500; tries += 1) {
    const events = await Promise.all(['left', 'right'].map((id) => api.get(`/api/customers/${id}/events`)));
    if (events.every(({ text }) => text.includes('CustomerErasureCompleted'))) break;
    await sleep(20);
  }
  for (const id of ['left', 'right']) {
    expect(await read(`/api/customers/${id}?after=${await api.head()}`)).toMatchObject({ name: 'erased' });
  }
});
