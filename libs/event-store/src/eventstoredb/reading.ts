import type { RecordedEvent, StreamingRead } from '@eventstore/db-client';
import { CallTimedOut } from './timeouts.js';

/**
 * Reads to the end: leaving the driver's stream early leaks it, even with a limit, so ask for exactly what is wanted.
 * @throws CallTimedOut when nothing came for `callMs`; the driver's errors
 */
export const readToEnd = (
  reading: StreamingRead<{ event?: RecordedEvent }>,
  callMs: number,
): Promise<RecordedEvent[]> =>
  new Promise((resolve, reject) => {
    const events: RecordedEvent[] = [];
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
      if (event) events.push(event);
    });
    reading.on(
      'end',
      settle(() => resolve(events)),
    );
    reading.on('error', (error) => settle(() => reject(error))());
    // After a cancellation or the server's disappearance the stream may close without a word.
    reading.on(
      'close',
      settle(() => reject(new Error('The read was broken off'))),
    );
  });
