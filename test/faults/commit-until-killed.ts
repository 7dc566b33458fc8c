import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { cards, writesOf } from '#test/contract/read-store-fixture.js';

/**
 * Commits to the read store in the directory of its first argument until it is killed: each batch writes all of the
 * same documents, and a checkpoint, at the next position. It prints the position of each batch that was acknowledged.
 */
const store = await openEmbeddedReadStore({ directory: process.argv[2] ?? '' });
const spec = { ...cards(), name: 'cards' };
const keys = Array.from({ length: 60 }, (_, at) => `card-${at}`);
for (let position = ((await store.checkpoint('cards'))?.position ?? 0n) + 1n; ; position += 1n) {
  const docs = Object.fromEntries(keys.map((key) => [key, { owner: 'ann', amount: Number(position) }]));
  const writes = writesOf(spec, docs, position);
  await store.commit({ writes, checkpoints: [{ projection: 'cards', position, epoch: 1 }] });
  process.stdout.write(`${position}\n`);
}
