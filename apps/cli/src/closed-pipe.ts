import type { EventEmitter } from 'node:events';

/** Lets who reads the output stop reading, as `head` does: the command goes on to its end, and nobody is told of it. */
export const outlivesItsReader = (output: EventEmitter): void => {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};
