import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { EventStoreUnavailable } from '../event-store.js';
import { GroupCommit } from './group-commit.js';

const writerThat = (reaction: string): Promise<GroupCommit> => {
  const source = `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => { ${reaction} });
    parentPort.postMessage('opened');`;
  return GroupCommit.start(new Worker(source, { eval: true }), {
    busy: new Int32Array(new SharedArrayBuffer(4)),
    now: Date.now,
    openHere: () => ({ write: () => [], close: () => {} }),
    onCommitted: () => {},
  });
};
/** So large that it goes to the writer's thread. */
const LARGE = [{ id: '', type: '', data: 'x'.repeat(300_000), metadata: '' }];
const append = (writer: GroupCommit) => writer.append('deal-1', 'no_stream', LARGE);

describe('a writer that dies', () => {
  it.each([
    ['throws', "throw new Error('out of memory')", /writer failed: out of memory/],
    ['exits', 'process.exit(1)', /writer has stopped/],
  ])('rejects the appends under way when it %s, and every later one', async (_, reaction, reason) => {
    const writer = await writerThat(reaction);
    const outcomes = await Promise.allSettled([append(writer), append(writer)]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(EventStoreUnavailable) });
    }
    await expect(append(writer)).rejects.toThrow(reason);
    await writer.close();
  });
});
