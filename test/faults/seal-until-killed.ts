import { join } from 'node:path';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { openSealFile } from '#tamper-evidence/embedded/seal-file.js';
import { LogSealer } from '#tamper-evidence/log-sealer.js';
import { appendBehind } from '#test/contract/event-store.fixtures.js';
import { alone, keyOf, someEvents } from '#test/tamper-evidence/sealed-log.js';

/** Appends to the log in the folder of its argument and seals it, until it is killed. */
const [directory = ''] = process.argv.slice(2);
const events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
const seals = await openSealFile({ directory: join(directory, 'log-seals') });
const sealer = new LogSealer({
  ...{ events, seals, keys: keyOf('k1'), leases: alone, holder: 'killed', gatherMs: 1 },
  onBegin: () => undefined,
  onError: (error) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
});
void sealer.run(new AbortController().signal);
for (;;) {
  await appendBehind(events, 'deal-1', someEvents(5));
  process.stdout.write('.');
}
