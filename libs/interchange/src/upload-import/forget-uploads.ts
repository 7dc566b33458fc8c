import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandRunner } from '#commands/command-runner.js';
import { DAY_MS } from '#kernel/instant.js';
import { importDecider } from '../domain/import.state.js';
import { RECEIVING } from './receive-upload.js';

/** What was uploaded and not committed within so many days is deleted: it may name people, and takes room. */
const KEPT_DAYS = 7;

/**
 * Deletes what was uploaded long ago and never committed, or whose receiving was cut off. The import stays on record:
 * the same file, uploaded again under its id, can be committed. One that was committed keeps its file until it is done.
 */
export const forgetUploads = async (runner: CommandRunner, uploads: string, now: number): Promise<void> => {
  for (const name of await readdir(uploads).catch(() => [])) {
    const folder = join(uploads, name);
    // Another request may forget it in the same moment.
    const touchedAt = (await stat(folder).catch(() => null))?.mtimeMs;
    if (touchedAt === undefined || touchedAt > now - KEPT_DAYS * DAY_MS) continue;
    const state = name.startsWith(RECEIVING) ? null : await runner.state(importDecider, name);
    const isAwaited = state !== null && state.committedBy !== null && state.completed === null;
    if (!isAwaited) await rm(folder, { recursive: true, force: true });
  }
};
