import { join } from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { Progress } from '#projections/progress.js';
import { Projector } from '#projections/projector.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { notebookPages } from '#testing/notebook-pages.js';

/**
 * Runs commands, each under an idempotency key of its own, and the projector on the stores in the directory of its
 * first argument until it is killed. Every writer starts at the command that its argument names (`3 0 12 …`), so that
 * some are repeated; each acknowledged one is a line with the writer, the command, its revision and its position.
 */
const [directory = '', ...starts] = process.argv.slice(2);
const events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
const reads = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
const registry = new EventRegistry([notebookDecider]);
const runner = new CommandRunner(events, registry);
const projector = new Projector({
  ...{ events, reads, registry, projections: [notebookPages('killed')], progress: new Progress() },
  holder: 'the process with the log',
  onError: (error) => process.stderr.write(`${error}\n`),
  pageSize: 50,
});
void projector.run(new AbortController().signal);

const contextOf = (key: string) => {
  const commandId = uuidv5(key, ANNALS_NAMESPACE);
  return {
    commandId,
    actor: { id: 'ann', role: 'rep' as const },
    now: instantOf(Date.now()),
    source: 'api' as const,
    correlationId: commandId,
    idempotency: { key, fingerprint: key },
  };
};

const write = async (writer: number, start: number): Promise<never> => {
  // Two writers share a notebook.
  const id = `book${Math.floor(writer / 2)}`;
  await runner.create(notebookDecider, id, contextOf(`open ${id}`), openNotebook());
  for (let n = start; ; n += 1) {
    const key = `${writer} ${n}`;
    const answer = await runner.change(notebookDecider, id, contextOf(key), takeNotes(key, key));
    if (isRejected(answer)) throw new Error(answer.detail);
    process.stdout.write(`${key} ${answer.revision} ${answer.position}\n`);
  }
};
await Promise.all(starts.map((start, writer) => write(writer, Number(start))));
