import { EventStoreDbDouble } from '../eventstoredb-double/eventstoredb-double.js';

// The double as a process of its own, to be stopped in its tracks. Prints its connection string.
const double = new EventStoreDbDouble();
await double.start();
process.stdout.write(`${double.connectionString}\n`);
