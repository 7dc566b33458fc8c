import { readFile, writeFile } from 'node:fs/promises';
import type { Platform } from '#composition/platform.js';
import { instantOf } from '#kernel/instant.js';
import { type Checkpoint, checkpointOf, readCheckpoint } from '#tamper-evidence/checkpoint.js';
import { type Verification, verifyLog } from '#tamper-evidence/verify-log.js';
import type { Server } from './server/server.js';
import { showProgress } from './show-progress.js';

export type VerifyCommand = Readonly<{ checkpoint?: string; export?: string }>;

/** The command cannot do what it was asked to, for a reason that the person can see to. */
export class CannotVerify extends Error {
  override readonly name = 'CannotVerify';
}

/** Where the command gets its answers: the stores themselves, or a server that has them. */
type Auditor = Readonly<{
  verify: (checkpoint: Checkpoint | null) => Promise<Verification>;
  checkpoint: () => Promise<Checkpoint>;
}>;

/** Verifies the log and says what was found; the exit status is 1 when it does not hold. Then nothing is exported. */
export const verify = async (auditor: Auditor, options: VerifyCommand): Promise<void> => {
  const verification = await auditor.verify(options.checkpoint ? await checkpointIn(options.checkpoint) : null);
  process.stdout.write(`${verificationText(verification)}\n`);
  if (!verification.valid) {
    process.exitCode = 1;
    return;
  }
  if (options.checkpoint) process.stdout.write(`The log contains all that ${options.checkpoint} covers.\n`);
  if (!options.export) return;
  const checkpoint = await auditor.checkpoint();
  await writeFile(options.export, `${JSON.stringify(checkpoint, null, 2)}\n`);
  process.stdout.write(`Checkpoint of ${checkpoint.events} events: ${options.export}. Keep it elsewhere.\n`);
};

export const auditorOf = ({ log: events, seals, auditKeys: keys }: Platform): Auditor => ({
  verify: async (checkpoint) => {
    const progress = showProgress('events');
    const onProgress = (done: number, total: number): void => progress.update({ phase: 'verifying', done, total });
    try {
      return await verifyLog({ events, seals, keys, now: Date.now(), onProgress, ...(checkpoint && { checkpoint }) });
    } finally {
      progress.stop();
    }
  },
  checkpoint: async () => {
    const last = await seals.last();
    if (last === null) throw new CannotVerify('Nothing is sealed yet: there is nothing to export');
    return checkpointOf(last, keys, instantOf(Date.now()));
  },
});

/** An auditor behind a server. It is believed: who does not trust it lets the command open the stores itself. */
export const remoteAuditor = (server: Server): Auditor => ({
  verify: (checkpoint) => {
    const query = checkpoint ? `?${new URLSearchParams({ checkpoint: JSON.stringify(checkpoint) })}` : '';
    return server.get(`audit/verify${query}`);
  },
  checkpoint: () => server.get('audit/checkpoint'),
});

const checkpointIn = async (file: string): Promise<Checkpoint> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CannotVerify(error.message);
  });
  const checkpoint = readCheckpoint(text);
  if (checkpoint === null) throw new CannotVerify(`${file} is no exported checkpoint`);
  return checkpoint;
};

const verificationText = ({ valid, events, sealed, brokenAt }: Verification): string => {
  const lines = [valid ? `The log holds: ${events} events.` : 'THE LOG DOES NOT HOLD.'];
  if (brokenAt) {
    const { what, position, stream, revision, type, seal, detail } = brokenAt;
    lines.push(`${what} at position ${position ?? '-'}${seal === undefined ? '' : ` (seal ${seal})`}: ${detail}`);
    if (stream !== undefined) lines.push(`There stands now ${type} in ${stream} at revision ${revision}.`);
    lines.push(`${events} events before it are as they were sealed.`);
  }
  if (sealed) {
    const { since, seals, log, longestWindow, keyIds } = sealed;
    lines.push(
      `${sealed.events} events are sealed (seals: ${seals}) since ${since}, up to position ${sealed.position}` +
        (valid ? `; ${events - sealed.events} newer ones are not sealed yet.` : '.'),
      `Chain ${log}, keys ${keyIds.join(', ')}. Longest time without a seal: ${Math.ceil(longestWindow / 1000)} s.`,
    );
  } else if (valid) lines.push('Nothing is sealed yet: nothing is proven.');
  return lines.join('\n');
};
