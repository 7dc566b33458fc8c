import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { projections } from '#composition/catalogue.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { project } from '#test/figures/delivered-history.js';

/**
 * Projects the facts in the file of its second argument into the read store in the directory of the first, two at a
 * time, until it is killed. It prints a line for each commit.
 */
const [directory = '', file = ''] = process.argv.slice(2);
const store = await openEmbeddedReadStore({ directory });
const telling: ReadStore = new Proxy(store, {
  get: (target, name: keyof ReadStore) => {
    if (name !== 'commit') return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
    return async (batch: Parameters<ReadStore['commit']>[0]) => {
      await target.commit(batch);
      process.stdout.write('committed\n');
      await sleep(20);
    };
  },
});
const delivery = Array.from({ length: 1_000 }, () => ({ back: 1, ahead: 1, twice: false }));
await project(JSON.parse(readFileSync(file, 'utf8')), telling, projections, delivery);
