import type { RecordedEvent, StreamingRead } from '@eventstore/db-client';
import { charactersOf, isOurs } from './recorded.js';
import { CallTimedOut } from './timeouts.js';

/** `characters` are those of ours among the events. */
export type Reading = Readonly<{ events: readonly RecordedEvent[]; characters: number }>;

/**
 * Reads to the end: leaving the driver's stream early leaks it, even with a limit, so ask for about what is wanted. What
 * comes once ours have `mostCharacters` is let go of.
 * @throws CallTimedOut when nothing came for `callMs`; the driver's errors
 */
export const readToEnd = (
  reading: StreamingRead<{ event?: RecordedEvent }>,
  callMs: number,
  mostCharacters = Number.POSITIVE_INFINITY,
): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const events: RecordedEvent[] = [];
    let characters = 0;
    const timer = setTimeout(() => {
      reject(new CallTimedOut(callMs));
      // A cancelled call emits nothing more, so nobody else ends the stream.
      reading.cancel().catch(() => undefined);
      reading.destroy();
    }, callMs);
    const settle = (then: () => void) => (): void => {
      clearTimeout(timer);
      then();
    };
    reading.on('data', ({ event }) => {
      timer.refresh();
      if (!event || characters >= mostCharacters) return;
      events.push(event);
      if (isOurs(event)) characters += charactersOf(event);
    });
    reading.on(
      'end',
      settle(() => resolve({ events, characters })),
    );
    reading.on('error', (error) => settle(() => reject(error))());
    // After a cancellation or the server's disappearance the stream may close without a word.
    reading.on(
      'close',
      settle(() => reject(new Error('The read was broken off'))),
    );
  });
