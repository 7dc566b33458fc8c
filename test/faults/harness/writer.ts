import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreUnavailable } from '#event-store/event-store.js';
import { isRejected } from '#kernel/outcome.js';
import { contextOf, entryOf, ledgerDecider, makeEntry } from './ledger.js';
import { openLedgers } from './open-ledgers.js';
import type { WriterSettings } from './run-writer.js';

/**
 * Runs commands on the ledgers until it is killed, or until it has run `upTo`: first those that an earlier writer left
 * unanswered, then new ones. What it prints is on its way before the next command begins: `process.stdout` would keep in
 * memory what a full pipe does not take, and the kill would take it away.
 */
const { directory, maxBytes, clock, again, first, upTo, lanes }: WriterSettings = JSON.parse(process.argv[2] ?? '');
const STDOUT = 1;
const say = (line: string): void => {
  writeSync(STDOUT, `${line}\n`);
};

/** Jumps back by up to an hour every 50 ms, when it is to go backwards. */
const now = (): number => {
  const time = Date.now();
  return clock === 'backwards' ? time - ((Math.floor(time / 50) * 7_919) % 3_600_000) : time;
};
const ledgers = await openLedgers({
  ...{ directory, maxBytes, now },
  onError: (error) => say(`projector ${error}`),
});
say('open');

let next = first;
const numbers = function* (): Generator<number> {
  yield* again;
  while (upTo === null || next <= upTo) {
    yield next;
    next += 1;
  }
};
const queue = numbers();

const run = async (number: number): Promise<void> => {
  const entry = entryOf(number);
  say(`begun ${number}`);
  try {
    const answer = await ledgers.runner.create(ledgerDecider, entry.ledger, contextOf(number, now()), makeEntry(entry));
    if (isRejected(answer)) throw new Error(`Refused: ${answer.detail}`);
    say(`done ${number} ${answer.revision} ${answer.position}`);
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable)) throw error;
    say(`unavailable ${number} ${error.message}`);
    await sleep(30);
  }
};
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let turn = queue.next(); !turn.done; turn = queue.next()) await run(turn.value);
  }),
);
await ledgers.close();
say('closed');
