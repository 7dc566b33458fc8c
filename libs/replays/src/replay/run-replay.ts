import { setImmediate as breathe } from 'node:timers/promises';
import { ProblemException } from '#http/problem.js';
import type { Json } from '#kernel/json.js';
import { rowsOf, writeCsv, writeParquet } from '../formats/row-files.js';
import type { ReplayFolder, ReplayReport } from './replay-folder.js';
import type { ReplayTask, Row } from './replay-task.js';

export type ReplayProgress = Readonly<{ phase: string; done: number; total: number | null }>;

/** The replay was cancelled: it stands behind its last page, until it is resumed. */
export class ReplayCancelled extends Error {
  override readonly name = 'ReplayCancelled';
}

/** Whether a replay ended with a refusal, which is the same however often it is tried. */
export const isRefusal = (error: unknown): error is ProblemException =>
  error instanceof ProblemException && error.status < 500;

export type RunOptions = Readonly<{
  /** Aborts at the next page by throwing; run again, it goes on behind the last page. */
  signal: AbortSignal;
  now: () => string;
  onProgress: (progress: ReplayProgress) => Promise<void> | void;
  /** What the whole of the rows says, where the question has that. */
  summarise?: ((rows: AsyncIterable<Row>) => Promise<Json>) | undefined;
}>;

/**
 * Runs a replay to its end, page by page, and writes the result in every format. After a crash it goes on behind the
 * last page that is on disk; a completed one is not run again.
 * @throws ReplayCancelled
 */
export const runReplay = async (folder: ReplayFolder, task: ReplayTask, options: RunOptions): Promise<ReplayReport> => {
  const completed = await folder.report();
  if (completed) return completed;
  const { signal, now, onProgress, summarise } = options;
  const rows = await folder.rows();
  try {
    for await (const page of task.pages(rows.next, signal)) {
      await rows.add(page.rows, page.next);
      await onProgress({ phase: task.unit, done: page.done, total: task.total });
      if (await folder.isCancelled()) throw new ReplayCancelled(`The replay ${folder.id} was cancelled`);
      signal.throwIfAborted();
      // Between two pages others have their turn.
      await breathe();
    }
  } finally {
    await rows.close();
  }
  const all = () => rowsOf(folder.result('ndjson'));
  await writeCsv(folder.result('csv'), task.columns, all());
  await writeParquet(folder.result('parquet'), task.columns, all());
  const summary = (await summarise?.(all())) ?? null;
  const report = { rows: rows.count, columns: task.columns, summary, completedAt: now() };
  await folder.complete(report);
  return report;
};
