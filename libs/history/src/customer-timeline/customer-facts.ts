import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Recorded, Source } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { scanAll } from '#projections/scan-all.js';
import { type Entry, InvalidCursor, type Page, type ReadStore } from '#read-store/read-store.js';
import { type CustomerStream, customerTimeline } from './customer-timeline.projection.js';
import { type TimelineEvent, timelineTypes } from './timeline-event.js';

/** Where is told which streams are about a customer, and what these say. */
export type FactSources = Readonly<{
  reads: ReadStore;
  events: Pick<EventStore, 'readStream'>;
  registry: Pick<EventRegistry, 'checked' | 'isBookkeeping'>;
}>;

/** What the facts of a stream are about. Later facts do not repeat what the first one said. */
type Subjects = Readonly<{
  dealId: string | null;
  activityId: string | null;
  processId: string | null;
  /** Name of the deal, subject of the activity. */
  title: string | null;
}>;

/** An event of a customer, with what its stream is about. The words for it are made when it is read. */
export type CustomerFact = Subjects &
  Readonly<{
    stream: string;
    at: Instant;
    recordedAt: Instant;
    position: number;
    revision: number;
    eventId: string;
    by: string;
    onBehalfOf: string | null;
    source: Source;
    fact: TimelineEvent;
    /** Why the event cannot be read: then `fact` says whatever another program wrote. */
    unreadable: string | null;
  }>;

/** `time`: newest first by when it was true; `log`: the last one of the log first. */
export type FactOrder = 'time' | 'log';

type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;
type Facts = Readonly<{ facts: readonly CustomerFact[]; next: string | null }>;
type Place = Readonly<{ at: Instant; position: number }>;

/** What a fact is about: the customer's own record, the lead that they were, their deals, or contact with them. */
export const SUBJECTS = ['customer', 'lead', 'deal', 'activity'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** `about`: only facts about one kind of thing; `deal`: only those that the deal itself went through. */
type FactsAsked = Readonly<{ limit?: number; cursor?: string; about?: Subject; deal?: string }>;

const DEFAULT_LIMIT = 50;

/**
 * A page of what was known of some customers, who are one by now, at an instant. Each list of facts follows the same
 * order and the cursor is a place in it, so that theirs are the first of all of them.
 * @throws InvalidCursor
 */
export const factsPage = async (
  sources: FactSources,
  customerIds: readonly string[],
  order: FactOrder,
  at: At,
  { limit = DEFAULT_LIMIT, ...place }: FactsAsked,
): Promise<Facts> => {
  const asked = { ...place, limit };
  const pages = await Promise.all(customerIds.map((id) => factsOfOne(sources, id, order, at, asked)));
  const facts = pages.flatMap((page) => page.facts).sort(order === 'time' ? byTime : byLog);
  const end = facts[limit - 1];
  const hasMore = facts.length > limit || pages.some(({ next }) => next !== null);
  return { facts: facts.slice(0, limit), next: hasMore && end ? cursorAt(end) : null };
};

/**
 * A page of what was known of a customer at an instant, over all of their streams. Streams come by their latest fact: so
 * a page is whole as soon as no stream further down can have anything that belongs before its end.
 * @throws InvalidCursor
 */
const factsOfOne = async (
  sources: FactSources,
  customerId: string,
  order: FactOrder,
  at: At,
  { limit, cursor, about, deal }: FactsAsked & Readonly<{ limit: number }>,
): Promise<Facts> => {
  const behind = cursor === undefined ? null : placeOf(cursor);
  const before = order === 'time' ? byTime : byLog;
  const collection = sources.reads.collection(customerTimeline.documents);
  const range = { index: order === 'time' ? 'byTime' : 'byPosition', equals: { customerId } };
  const isAsked = (stream: string): boolean =>
    (about === undefined || stream.startsWith(`${about}-`)) && (deal === undefined || stream === `deal-${deal}`);
  let found: CustomerFact[] = [];
  let streams: string | null = null;
  do {
    const options = { limit: limit + 1, descending: true, ...(streams !== null && { cursor: streams }) };
    const page: Page<CustomerStream> = await collection.scan(range, options);
    const asked = page.entries.filter(({ key }) => isAsked(key));
    const facts = (await Promise.all(asked.map((entry) => factsOf(sources, entry)))).flat();
    found.push(
      ...facts.filter(
        (fact) =>
          (at.latest || (fact.at <= at.asOf && fact.recordedAt <= at.knownAt)) &&
          (behind === null || before(behind, fact) < 0),
      ),
    );
    found = found.sort(before).slice(0, limit + 1);
    streams = page.next;
    const least = page.entries.at(-1)?.doc;
    const last = found[limit];
    const isWhole = least && last && (order === 'time' ? last.at > least.lastAt : last.position > least.lastPosition);
    if (isWhole) break;
  } while (streams !== null);
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return { facts: shown, next: found.length > limit && end ? cursorAt(end) : null };
};

/** Everything that is on record of a customer, the first event of the log first. */
export const allFacts = async (sources: FactSources, customerId: string): Promise<readonly CustomerFact[]> => {
  const facts: CustomerFact[] = [];
  for await (const entry of streamsAbout(sources.reads, customerId)) facts.push(...(await factsOf(sources, entry)));
  return facts.sort((a, b) => byLog(b, a));
};

/** Every stream that says something of the customer: their own, their deals', their activities'. */
export const streamsOfCustomer = async (store: ReadStore, customerId: string): Promise<readonly string[]> => {
  const streams: string[] = [];
  for await (const { key } of streamsAbout(store, customerId)) streams.push(key);
  return streams;
};

const streamsAbout = (store: ReadStore, customerId: string) =>
  scanAll(store.collection(customerTimeline.documents), { index: 'byPosition', equals: { customerId } });

const TYPES: ReadonlySet<string> = new Set(timelineTypes);

/** What the stream says, as far as the read model has come. */
const factsOf = async (
  { events, registry }: FactSources,
  { key: stream, doc: { lastPosition } }: Entry<CustomerStream>,
): Promise<readonly CustomerFact[]> => {
  const said = (await events.readStream(stream))
    .filter((event) => event.position <= BigInt(lastPosition) && !registry.isBookkeeping(event))
    .map((event) => registry.checked<TimelineEvent>(event))
    .filter(({ type }) => TYPES.has(type));
  const [first] = said;
  const subjects = first === undefined || first.unreadable !== undefined ? NOTHING : subjectsOf(first);
  return said.map((event) => ({ ...subjects, stream, ...factOf(event) }));
};

const NOTHING: Subjects = { dealId: null, activityId: null, processId: null, title: null };

const subjectsOf = ({ type, data }: TimelineEvent): Subjects => {
  if (type === 'DealOpened') {
    const { dealId, processId, name } = data;
    return { ...NOTHING, dealId, processId, title: name };
  }
  if (!('activityId' in data)) return NOTHING;
  const { activityId } = data;
  return 'customerId' in data
    ? { ...NOTHING, activityId, dealId: data.dealId, title: data.subject }
    : { ...NOTHING, activityId };
};

const factOf = ({ id, revision, position, meta, type, data, unreadable }: Recorded<TimelineEvent>) => ({
  // What cannot be read may not even say when it was true, nor who did it.
  at: unreadable === undefined ? meta.at : meta.recordedAt,
  recordedAt: meta.recordedAt,
  position: Number(position),
  revision: Number(revision),
  eventId: id,
  by: unreadable === undefined ? meta.by : 'system',
  onBehalfOf: meta.onBehalfOf ?? null,
  source: meta.source,
  fact: { type, data } as TimelineEvent,
  unreadable: unreadable ?? null,
});

const byLog = (a: Place, b: Place): number => b.position - a.position;
const byTime = (a: Place, b: Place): number => (a.at === b.at ? byLog(a, b) : a.at < b.at ? 1 : -1);

const cursorAt = ({ at, position }: Place): string => `${at}~${position}`;

const placeOf = (cursor: string): Place => {
  const [, at, position] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~(\d{1,16})$/.exec(cursor) ?? [];
  if (at === undefined) throw new InvalidCursor('An instant and a position are expected');
  return { at, position: Number(position) };
};
