import { logRestoreContract } from '#test/contract/log-restore.contract.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { openEventStoreDb } from './eventstoredb-event-store.js';
import { eventStoreDbLogRestore } from './eventstoredb-log-restore.js';

let double = new EventStoreDbDouble();
const openStore = () => openEventStoreDb({ connectionString: double.connectionString });
const opened: { close(): Promise<void> }[] = [];

logRestoreContract('EventStoreDB (a double of it)', {
  make: async () => {
    double = new EventStoreDbDouble();
    await double.start();
  },
  open: async () => {
    const restore = eventStoreDbLogRestore(await openStore());
    opened.push(restore);
    return restore;
  },
  openStore,
  dispose: async () => {
    await Promise.all(opened.splice(0).map((restore) => restore.close()));
    double.stop();
  },
});
