import { bareEmbedded } from './catch-up.js';

// The bare loop over a log, into a folder: prints its events a second.
const [log = '', folder = ''] = process.argv.slice(2);
process.stdout.write(String(await bareEmbedded(log, folder)));
