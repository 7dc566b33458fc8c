import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { Decision } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { Random } from '#demo/random.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { instantOf } from '#kernel/instant.js';
import { type Projection, recordIdOf } from '#projections/projection.js';
import type { CollectionSpec } from '#read-store/read-store.js';

/** One of the `parts` events of command `entry`; `before` and `balance` show on which state it was decided. */
export type EntryMade = DomainEvent<
  'EntryMade',
  Readonly<{ entry: number; part: number; parts: number; before: number; balance: number; text: string }>
>;
export type Ledger = Readonly<{ entries: number; balance: number }>;

/** The record that the harness writes: each fact follows from its command's number and from the facts before it. */
export const ledgerDecider: Decider<Ledger, EntryMade> = {
  category: 'ledger',
  types: { EntryMade: 'entry-made.v1' },
  initial: { entries: 0, balance: 0 },
  evolve: (ledger, { data }) => ({ entries: ledger.entries + 1, balance: data.balance }),
};

/** What command `number` writes, to which ledger: the same in every process. */
export type Entry = Readonly<{ number: number; ledger: string; amounts: readonly number[]; text: string }>;

const LEDGERS = 8;

export const entryOf = (number: number): Entry => {
  const random = new Random('entry', number);
  const parts = random.integer(1, 3);
  return {
    number,
    ledger: String(random.integer(1, LEDGERS)),
    amounts: Array.from({ length: parts }, () => random.integer(-1_000, 1_000)),
    text: `${number} `.repeat(
      random.weighted([
        [8, 8],
        [2, 400],
        [1, 2_500],
      ]),
    ),
  };
};

export const commandIdOf = (number: number): string => uuidv5(`ledger entry ${number}`, ANNALS_NAMESPACE);

/** Every fourth command comes with an idempotency key. */
export const contextOf = (number: number, now: number): CommandContext => {
  const commandId = commandIdOf(number);
  return {
    commandId,
    actor: { id: 'system', role: 'admin' },
    now: instantOf(now),
    source: 'system',
    correlationId: commandId,
    ...(number % 4 === 0 && { idempotency: { key: `entry ${number}`, fingerprint: String(number) } }),
  };
};

export const makeEntry =
  ({ number, amounts, text }: Entry): Decision<Ledger, EntryMade, never> =>
  ({ entries, balance }) => {
    let sum = balance;
    return amounts.map((amount, part) => {
      sum += amount;
      const data = { entry: number, part, parts: amounts.length, before: entries + part, balance: sum, text };
      return { type: 'EntryMade', data };
    });
  };

export type LedgerPage = Readonly<{ id: string; entries: number; balance: number }>;
export type LedgerRow = Readonly<{ ledger: string; entry: number; balance: number }>;

export const pageCollection: CollectionSpec<LedgerPage> = {
  name: 'ledger_pages_v1',
  columns: { id: 'text' },
  indexes: { byId: ['id'] },
};
export const rowCollection: CollectionSpec<LedgerRow> = {
  name: 'ledger_rows_v1',
  columns: { ledger: 'text', entry: 'integer', balance: 'integer' },
  indexes: { byLedger: ['ledger', 'entry'] },
};

/** A document per ledger, and a row per fact. */
export const ledgerPages: Projection<EntryMade, LedgerPage, LedgerRow> = {
  name: 'ledger-pages',
  version: 1,
  types: ['EntryMade'],
  documents: pageCollection,
  rows: rowCollection,
  keyOf: (event) => recordIdOf(event, ledgerDecider.category),
  evolve: (page, event) => {
    const id = recordIdOf(event, ledgerDecider.category);
    const { entry, balance } = event.data;
    return {
      // Counted, not taken from the event: a fact that is folded twice shows.
      doc: { id, entries: (page?.entries ?? 0) + 1, balance },
      rows: [[`${id}@${event.revision}`, { ledger: id, entry, balance }]],
    };
  },
};
