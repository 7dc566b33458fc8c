import { type Command, InvalidArgumentError } from 'commander';
import { openEvents, openLogRestore, openReads } from '#composition/platform.js';
import { resetReadModels } from '#composition/read-models-of-log.js';
import type { Settings } from '#config/settings.js';
import { parseUntil, type Until } from '#event-store/archive/archive-format.js';
import { exportLog } from '#event-store/archive/export-log.js';
import { importLog } from '#event-store/archive/import-log.js';
import { instantOf } from '#kernel/instant.js';
import type { ServerOptions } from './server/server.js';
import { showProgress } from './show-progress.js';

export type LogImportOptions = Readonly<{ log?: string; until?: Until }>;
export type LogExportOptions = Readonly<{ log?: string; after?: bigint; until?: Until }>;

/** Whether the command is about the archive of a log; ends the command when it names both that and a folder, or none. */
export const oneOf = <O extends LogExportOptions & ServerOptions>(
  command: Command,
  folder: string | undefined,
  options: O,
): options is O & { log: string } => {
  const { log, after, until } = options;
  if ((folder === undefined) === (log === undefined)) command.error('error: name either a folder or --log <file>');
  if (log === undefined && (after !== undefined || until !== undefined)) {
    command.error('error: --after and --until belong to --log');
  }
  if (log !== undefined && options.url !== undefined) {
    command.error('error: --log works on the stores themselves, not through a server');
  }
  return log !== undefined;
};

export const readUntil = (text: string): Until => {
  const until = parseUntil(text);
  if (!until) throw new InvalidArgumentError('Neither a position nor an instant such as 2026-03-01T00:00:00Z.');
  return until;
};

export const readPosition = (text: string): bigint => {
  if (!/^\d{1,19}$/.test(text)) throw new InvalidArgumentError('No position of the log.');
  return BigInt(text);
};

/** Writes an archive of the log that the settings name. */
export const exportArchive = async (
  settings: Settings,
  { log, annals, ...extent }: LogExportOptions & { log: string; annals: string },
): Promise<void> => {
  const events = await openEvents(settings);
  const progress = showProgress('events');
  try {
    const { events: count, last } = await exportLog(events, log, {
      store: settings.eventStore === 'embedded' ? 'embedded' : 'eventstoredb',
      annals,
      now: instantOf(Date.now()),
      ...(extent.after === undefined ? {} : { after: extent.after }),
      ...(extent.until === undefined ? {} : { until: extent.until }),
      onProgress: (done) => progress.update({ phase: 'export', done, total: null }),
    });
    progress.stop();
    process.stdout.write(`${count} events exported to ${log}\n`);
    if (last) process.stdout.write(`The next archive continues with --after ${last.position}\n`);
  } finally {
    progress.stop();
    await events.close();
  }
};

/** Restores the log that the settings name from an archive. Read models of what was there before are dropped. */
export const importArchive = async (settings: Settings, log: string, until?: Until): Promise<void> => {
  const warn = (message: string): boolean => process.stderr.write(`annals: ${message}\n`);
  const progress = showProgress('events');
  try {
    const { written, present } = await importLog(log, {
      openRestore: ({ store }) => openLogRestore(settings, store),
      ...(until ? { until } : {}),
      onProgress: progress.update,
      beforeFinish: async ({ header }) => {
        if (header.after !== null) return;
        const reads = await openReads(settings, warn);
        await resetReadModels(reads).finally(() => reads.close());
      },
    });
    progress.stop();
    process.stdout.write(`${written} events imported${present > 0 ? `, ${present} were there already` : ''}\n`);
    process.stdout.write('The read models follow when Annals runs; `annals verify` checks the seals\n');
  } finally {
    progress.stop();
  }
};
