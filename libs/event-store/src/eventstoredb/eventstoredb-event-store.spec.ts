import { randomUUID } from 'node:crypto';
import { describe } from 'vitest';
import { eventStoreContract } from '#test/contract/event-store.contract.js';
import { windowOnLog } from '#test/contract/window-on-log.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import type { EventStore } from '../event-store.js';
import { openEventStoreDb } from './eventstoredb-event-store.js';

const opened: EventStore[] = [];
const connect = async (connectionString: string): Promise<EventStore> => {
  const store = await openEventStoreDb({ connectionString });
  opened.push(store);
  return store;
};
const closeAll = async (): Promise<void> => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
};

let double = new EventStoreDbDouble();

eventStoreContract('EventStoreDB (a double of it)', {
  open: async () => {
    double = new EventStoreDbDouble();
    await double.start();
    return connect(double.connectionString);
  },
  reopen: () => connect(double.connectionString),
  dispose: async () => {
    await closeAll();
    double.stop();
  },
});

const real = process.env.ANNALS_EVENT_STORE ?? '';

describe.skipIf(!/^esdb(\+discover)?:\/\//.test(real))('with a server at ANNALS_EVENT_STORE', () => {
  let prefix = '';
  let start: bigint | null = null;

  eventStoreContract('EventStoreDB', {
    open: async () => {
      const store = await connect(real);
      prefix = `contract-${randomUUID()}-`;
      start = await store.head();
      return windowOnLog(store, prefix, start);
    },
    reopen: async () => windowOnLog(await connect(real), prefix, start),
    dispose: closeAll,
  });
});
