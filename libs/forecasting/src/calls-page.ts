import type { Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import type { DateRange } from '#kernel/period.js';
import { fillPage, type ItemPage } from '#projections/fill-page.js';
import type { Version, Versions } from '#projections/versions.js';
import type { CollectionSpec, ReadStore } from '#read-store/read-store.js';
import type { ForecastTarget } from './domain/forecast-target.js';
import type { StatedBy } from './stated-versions.js';

/** An amount that somebody stated about a forecast. */
type Call = ForecastTarget & StatedBy & Readonly<{ amount: Money | null; note: string | null }>;

/** One statement: `at` when it was made, `recordedAt` when the log learned of it. */
export type StatedCall<A> = Readonly<{ amount: A; note: string | null; by: string; at: Instant; recordedAt: Instant }>;

export const statedCall = <A extends Money | null>({
  state: { amount, note, by },
  validFrom,
  recordedAt,
}: Version<Call & Readonly<{ amount: A }>>): StatedCall<A> => ({ amount, note, by, at: validFrom, recordedAt });

/** Of a rep, or of a team. */
type ShownHolder = Readonly<{ ownerId: string }> | Readonly<{ teamId: string }>;

export const holderShown = ({ scope, scopeId }: ForecastTarget): ShownHolder =>
  scope === 'rep' ? { ownerId: scopeId } : { teamId: scopeId };

type CallsQuery = Readonly<{
  at: Readonly<{ asOf: Instant; knownAt: Instant }>;
  days: DateRange;
  page: Readonly<{ limit?: number; cursor?: string; owner?: string; team?: string }>;
}>;

/**
 * A page of what was stated about the forecast of these days, by the figure spoken of: `shown` is given the call as of
 * the instant and all of them up to it, oldest first.
 */
export const callsPage = <S extends Call, Item>(
  store: ReadStore,
  documents: CollectionSpec<Versions<S>>,
  { at: { asOf, knownAt }, days, page }: CallsQuery,
  shown: (latest: Version<S>, all: readonly Version<S>[], id: string) => Item,
): Promise<ItemPage<Item>> =>
  fillPage(store.collection(documents), { index: 'byDays', equals: days }, page, ({ id, versions }) => {
    const all = versions.filter(({ validFrom, recordedAt }) => validFrom <= asOf && recordedAt <= knownAt);
    const latest = all.at(-1);
    if (latest === undefined) return null;
    const { scope, scopeId } = latest.state;
    const isAsked = scope === 'rep' ? page.owner : page.team;
    const isFiltered = page.owner !== undefined || page.team !== undefined;
    return isFiltered && isAsked !== scopeId ? null : shown(latest, all, id);
  });
