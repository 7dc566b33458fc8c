import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, answered, api, type Schemas } from './client.js';
import { allPages } from './people.js';
import type { At } from './time.js';

const SUGGESTED = 8;

/** What of a contact a customer was found by, whose own name does not have it. */
export type FoundIn = Schemas['FoundIn'];

/** The customers that best have what is sought, for a choice. */
export const customersLike = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'like', q],
    meta: { changesWith: ['customer'] },
    queryFn: async () => {
      const query = { limit: SUGGESTED, ...(q !== '' && { q }) };
      return (await answered(api.GET('/api/customers', { params: { query } }))).items;
    },
  });

/** What is typed of a customer who is to be added; empty texts are not typed yet. */
export type Typed = Readonly<{ name: string; email: string; phone: string }>;
export type DuplicateMatch = Schemas['DuplicateMatch'];

/** Customers who are likely the same as the one being typed. */
export const customersAlike = (typed: Typed) =>
  queryOptions({
    queryKey: ['customers', 'alike', typed],
    meta: { changesWith: ['customer'] },
    queryFn: async () => {
      const query = Object.fromEntries(
        Object.entries(typed).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]])),
      );
      return (await answered(api.GET('/api/customer-duplicates', { params: { query } }))).items;
    },
  });

/** All about one customer. */
export type Customer = Answer<'/api/customers/{id}'>;

/** All about one customer, now or at another instant. */
export const customerById = (id: string, at: At = {}) =>
  queryOptions({
    queryKey: ['customers', id, at],
    meta: { changesWith: ['customer', 'deal', 'activity'] },
    queryFn: () => answered(api.GET('/api/customers/{id}', { params: { path: { id }, query: at } })),
  });

/** Customers that have what is sought, or all of them, page by page. */
export const customerList = (q: string, at: At) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', q, at],
    meta: { changesWith: ['customer'] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { ...at, ...(q !== '' && { q }), ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(api.GET('/api/customers', { params: { query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export type Subject = 'customer' | 'deal' | 'activity';

type TimelineAsked = Readonly<{ id: string; at: At; about: Subject | null; language: 'en' | 'zh' }>;

/** What happened to a customer, newest first, page by page. */
export const timelineOf = ({ id, at, about, language }: TimelineAsked) =>
  infiniteQueryOptions({
    queryKey: ['customers', id, 'timeline', at, about, language],
    meta: { changesWith: ['customer', 'deal', 'activity', 'rep'] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const page = { ...(about !== null && { about }), ...(pageParam !== undefined && { cursor: pageParam }) };
      const query = { ...at, language, ...page };
      return answered(api.GET('/api/customers/{id}/timeline', { params: { path: { id }, query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The deals of a customer. */
export const dealsOf = (id: string, at: At) =>
  queryOptions({
    queryKey: ['customers', id, 'deals', at],
    meta: { changesWith: ['deal'] },
    queryFn: () =>
      allPages((page) => answered(api.GET('/api/deals', { params: { query: { ...at, ...page, customer: id } } }))),
  });
