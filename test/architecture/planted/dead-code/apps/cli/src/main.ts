import { Worker } from 'node:worker_threads';
import { v7 } from 'uuid';
import { add } from '#kernel/money.js';

new Worker(new URL('./log.worker.js', import.meta.url));
process.stdout.write(`${add(1, 2)} ${v7()}\n`);
