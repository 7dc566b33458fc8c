import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deciders } from '#composition/catalogue.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';

/**
 * Writes the first event of each stored type that has no fixture yet, as it lies in the log of the first argument, into
 * the folder of the second: `node dist/test/stored-events/make-fixtures.js DATA/log test/stored-events`. What is there
 * is never written again: it stands for what logs hold since then.
 */
const [directory = '', folder = ''] = process.argv.slice(2);
const wanted = new Set(deciders.flatMap(({ types }) => Object.values<string>(types)));
const log = await openEmbeddedEventStore({ directory });
let after = 0n;
for (;;) {
  const page = await log.readAll({ after, limit: 5_000 });
  if (page.length === 0) break;
  for (const { type, position, ...event } of page) {
    after = position;
    const file = join(folder, `${type}.json`);
    if (!wanted.delete(type) || existsSync(file)) continue;
    mkdirSync(folder, { recursive: true });
    const stored = { type, ...event, position: String(position), revision: String(event.revision) };
    writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
  }
}
await log.close();
process.stdout.write(wanted.size === 0 ? 'All types are there\n' : `Not in this log: ${[...wanted].join(', ')}\n`);
