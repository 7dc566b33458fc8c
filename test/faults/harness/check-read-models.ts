import type { ReadStore } from '#read-store/read-store.js';
import type { LogCheck } from './check-log.js';
import type { EntryMade } from './ledger.js';
import { pageCollection, rowCollection } from './ledger.js';

/** What is wrong with a read model that has caught up, in sentences: it must equal a fold of the log, row by row. */
export const checkReadModels = async (reads: ReadStore, { events, ledgers }: LogCheck): Promise<readonly string[]> => {
  const problems: string[] = [];
  const { entries: pages } = await reads.collection(pageCollection).scan({ index: 'byId' }, { limit: 200 });
  const shown = pages.map(({ doc }) => `${doc.id}: ${doc.entries} entries, ${doc.balance}`).sort();
  const folded = [...ledgers].map(([id, ledger]) => `${id}: ${ledger.entries} entries, ${ledger.balance}`).sort();
  if (shown.join('; ') !== folded.join('; ')) problems.push(`The pages show ${shown}; the log says ${folded}`);
  const facts = events.filter(({ stream }) => stream.startsWith('ledger-'));
  const rows = reads.collection(rowCollection);
  const keys = facts.map(({ stream, revision }) => `${stream.slice('ledger-'.length)}@${revision}`);
  const found = new Map<string, Readonly<{ entry: number; balance: number }>>();
  for (let from = 0; from < keys.length; from += 500) {
    for (const [key, { doc }] of await rows.getMany(keys.slice(from, from + 500))) found.set(key, doc);
  }
  facts.forEach(({ data }, index) => {
    const { entry, balance } = data as EntryMade['data'];
    const row = found.get(keys[index] ?? '');
    if (row?.entry !== entry || row.balance !== balance)
      problems.push(`The row ${keys[index]} is not what the log says`);
  });
  const counts = await rows.sum([{ index: 'byLedger' }], { groupBy: [], sums: [] });
  const count = counts[0]?.count ?? 0;
  if (count !== facts.length) problems.push(`There are ${count} rows for ${facts.length} facts`);
  return problems;
};
