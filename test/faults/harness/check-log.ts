import { isDeepStrictEqual } from 'node:util';
import type { EventStore, StoredEvent } from '#event-store/event-store.js';
import type { Book } from './book.js';
import { commandIdOf, type EntryMade, entryOf, type Ledger } from './ledger.js';

/** What is wrong with a log, in sentences; and what it says about each ledger. */
export type LogCheck = Readonly<{
  problems: readonly string[];
  events: readonly StoredEvent[];
  acknowledgedEvents: number;
  lost: number;
  doubled: number;
  ledgers: ReadonlyMap<string, Ledger>;
}>;

export const readLog = async (store: Pick<EventStore, 'readAll'>): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll({
      limit: 5_000,
      ...(events.length > 0 && { after: events.at(-1)?.position ?? 0n }),
    });
    if (page.length === 0) return events;
    events.push(...page);
  }
};

/**
 * Checks the whole log against the book: every acknowledged command there, once, whole, with the content that its number
 * says, at the place that its client was told; the others whole or not at all; order, gaps, times, and each stream's
 * chain.
 */
export const checkLog = async (store: Pick<EventStore, 'readAll' | 'readStream'>, book: Book): Promise<LogCheck> => {
  const events = await readLog(store);
  const problems: string[] = [];
  const commands = new Map<number, StoredEvent[]>();
  const streams = new Map<string, StoredEvent[]>();
  const ledgers = new Map<string, Ledger>();
  const ids = new Set<string>();
  let doubled = 0;
  let before: StoredEvent | undefined;
  for (const event of events) {
    const { id, stream, revision, position, recordedAt } = event;
    const where = `${stream}@${revision} (position ${position})`;
    if (before && position <= before.position) problems.push(`${where} does not lie behind ${before.position}`);
    if (before && recordedAt < before.recordedAt) problems.push(`${where} was recorded before the event before it`);
    before = event;
    if (ids.has(id)) {
      doubled += 1;
      problems.push(`${where} has the id of an earlier event`);
    }
    ids.add(id);
    const ofStream = streams.get(stream) ?? [];
    if (revision !== BigInt(ofStream.length)) problems.push(`${where} should have revision ${ofStream.length}`);
    streams.set(stream, append(ofStream, event));
    if (stream.startsWith('ledger-')) checkEntry(event, ledgers, commands, book, problems, where);
  }
  for (const [stream, ofStream] of streams) {
    // Read along the chain, found in the order of the log: both must agree.
    if (!isDeepStrictEqual(await store.readStream(stream), ofStream)) problems.push(`The chain of ${stream} is broken`);
  }
  for (const [number, ofCommand] of commands) {
    const parts = entryOf(number).amounts.length;
    if (ofCommand.length > parts) doubled += ofCommand.length - parts;
    if (ofCommand.length !== parts) problems.push(`Command ${number} has ${ofCommand.length} events of ${parts}`);
  }
  let lost = 0;
  let acknowledgedEvents = 0;
  for (const [number, { revision, position }] of book.acknowledged) {
    const ofCommand = commands.get(number) ?? [];
    const parts = entryOf(number).amounts.length;
    acknowledgedEvents += parts;
    lost += Math.max(0, parts - ofCommand.length);
    const last = ofCommand.at(-1);
    if (!last) problems.push(`The acknowledged command ${number} is lost`);
    else if (last.revision !== revision || last.position !== position) {
      problems.push(`Command ${number} is at ${last.revision} (${last.position}), answered ${revision} (${position})`);
    }
  }
  return { problems, events, acknowledgedEvents, lost, doubled, ledgers };
};

const append = <T>(list: T[], item: T): T[] => {
  list.push(item);
  return list;
};

const checkEntry = (
  event: StoredEvent,
  ledgers: Map<string, Ledger>,
  commands: Map<number, StoredEvent[]>,
  book: Book,
  problems: string[],
  where: string,
): void => {
  const { stream, data, metadata, type } = event;
  const { entry: number, part } = data as EntryMade['data'];
  const entry = entryOf(number);
  const { entries, balance } = ledgers.get(entry.ledger) ?? { entries: 0, balance: 0 };
  const after = { entries: entries + 1, balance: balance + (entry.amounts[part] ?? Number.NaN) };
  const expected = {
    entry: number,
    part,
    parts: entry.amounts.length,
    before: entries,
    balance: after.balance,
    text: entry.text,
  };
  const isAsWritten =
    stream === `ledger-${entry.ledger}` &&
    type === 'entry-made.v1' &&
    metadata.commandId === commandIdOf(number) &&
    part === (commands.get(number)?.length ?? 0) &&
    isDeepStrictEqual(data, expected);
  if (!isAsWritten) problems.push(`${where} is not what command ${number} writes there`);
  if (!book.isBegun(number)) problems.push(`${where} is of command ${number}, which nobody sent`);
  ledgers.set(entry.ledger, after);
  commands.set(number, append(commands.get(number) ?? [], event));
};
