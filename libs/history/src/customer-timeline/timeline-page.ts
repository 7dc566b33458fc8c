import type { Instant } from '#kernel/instant.js';
import { formatDecimal, type Money } from '#kernel/money.js';
import { organisationProjections } from '#people/people-directory/organisation.contract.js';
import { repNamesAt } from '#people/people-directory/rep-names.contract.js';
import { stateAt } from '#projections/versions.js';
import type { ReadStore } from '#read-store/read-store.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import { stageOf } from '#sales-process/sales-process.contract.js';
import { type CustomerFact, type FactSources, factsPage, type Subject } from './customer-facts.js';
import { customerTimeline } from './customer-timeline.projection.js';
import type { TimelineEvent } from './timeline-event.js';
import { type LanguageName, languageOf, sentence } from './timeline-languages.js';
import type { TimelineLanguage } from './timeline-words.js';

/** The read models that a page is made of. */
export const timelineProjections = [customerTimeline, processVersions, ...organisationProjections];

type Author = Readonly<{ id: string; name: string }>;

/** What happened, for a person to read. */
export type TimelineItem = Readonly<{
  at: Instant;
  recordedAt: Instant;
  by: Author;
  onBehalfOf?: Author;
  type: TimelineEvent['type'];
  text: string;
  stream: string;
  revision: string;
  position: string;
  dealId?: string;
  activityId?: string;
}>;

/** An event as the read model has it. */
export type RawEvent = Readonly<{
  id: string;
  type: TimelineEvent['type'];
  at: Instant;
  recordedAt: Instant;
  by: string;
  onBehalfOf: string | null;
  source: CustomerFact['source'];
  stream: string;
  revision: string;
  position: string;
  data: TimelineEvent['data'];
  /** Why the event cannot be read: then `data` is whatever another program wrote. */
  unreadable?: string;
}>;

type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;
type PageAsked = Readonly<{ limit?: number; cursor?: string }>;

/** In which language, and only what is about one kind of thing, or what one deal went through. */
type TimelineAsked = PageAsked & Readonly<{ language?: LanguageName; about?: Subject; deal?: string }>;
type Items<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;

/** What had happened to a customer by an instant, newest first, in words. */
export const timelinePage = async (
  sources: FactSources,
  customerIds: readonly string[],
  at: At,
  { language = 'en', ...page }: TimelineAsked,
): Promise<Items<TimelineItem>> => {
  const { facts, next } = await factsPage(sources, customerIds, 'time', at, page);
  return { items: await inWords(sources.reads, facts, at, languageOf(language)), next };
};

/** The events of a customer by an instant as the log has them, the last one of the log first. */
export const rawEventsPage = async (
  sources: FactSources,
  customerIds: readonly string[],
  at: At,
  page: PageAsked,
): Promise<Items<RawEvent>> => {
  const { facts, next } = await factsPage(sources, customerIds, 'log', at, page);
  return { items: facts.map(rawEvent), next };
};

const rawEvent = (entry: CustomerFact): RawEvent => ({
  id: entry.eventId,
  type: entry.fact.type,
  at: entry.at,
  recordedAt: entry.recordedAt,
  by: entry.by,
  onBehalfOf: entry.onBehalfOf,
  source: entry.source,
  stream: entry.stream,
  revision: String(entry.revision),
  position: String(entry.position),
  data: entry.fact.data,
  ...(entry.unreadable !== null && { unreadable: entry.unreadable }),
});

const inWords = async (
  store: ReadStore,
  entries: readonly CustomerFact[],
  asked: At,
  language: TimelineLanguage,
): Promise<readonly TimelineItem[]> => {
  const processIds = entries.flatMap(({ processId }) => processId ?? []);
  const [names, processes] = await Promise.all([
    repNamesAt(store, entries.flatMap(idsOfReps), asked),
    store.collection(processVersions.documents).getMany([...new Set(processIds)]),
  ]);
  const rep = (id: string | null): string => {
    if (id === null) return language.nobody;
    if (id === 'admin') return language.admin;
    return id === 'system' ? language.system : (names.get(id) ?? id);
  };
  return entries.map((entry) => {
    const { at, recordedAt, by, onBehalfOf, fact, unreadable, title, processId, dealId, activityId } = entry;
    // A stage is called what it was called then.
    const process = stateAt(processes.get(processId ?? '')?.doc, at, recordedAt);
    const stage = (id: string): string => (process && stageOf(process, id)?.name) ?? id;
    const money = (value: Money): string => formatMoney(language.locale, value);
    return {
      at,
      recordedAt,
      by: { id: by, name: rep(by) },
      ...(onBehalfOf !== null && { onBehalfOf: { id: onBehalfOf, name: rep(onBehalfOf) } }),
      type: fact.type,
      text:
        unreadable === null ? sentence(language, fact, { rep, stage, money, title }) : language.unreadable(fact.type),
      stream: entry.stream,
      revision: String(entry.revision),
      position: String(entry.position),
      ...(dealId !== null && { dealId }),
      ...(activityId !== null && { activityId }),
    };
  });
};

/** Every id in the entry that a sentence may say as a name. */
const idsOfReps = ({ by, onBehalfOf, fact: { data } }: CustomerFact): readonly string[] => {
  const { ownerId, repId, from, to } = data as Readonly<Record<string, unknown>>;
  return [by, onBehalfOf, ownerId, repId, from, to].filter((id) => typeof id === 'string');
};

const formatMoney = (locale: string, money: Money): string =>
  formatterOf(locale, money.currency).format(Number(formatDecimal(money)));

const formatters = new Map<string, Intl.NumberFormat>();

// Making a formatter takes far longer than using it.
const formatterOf = (locale: string, currency: string): Intl.NumberFormat => {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formatters.set(key, formatter);
  }
  return formatter;
};
