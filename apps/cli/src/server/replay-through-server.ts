import type { Json } from '#kernel/json.js';
import { bodyOf, formatOf, type ReplayAnswer, type ReplayOptions } from '../replay.js';
import { showProgress } from '../show-progress.js';
import type { Server } from './server.js';

type Status = Readonly<{
  state: 'running' | 'completed' | 'failed' | 'cancelled';
  progress: Readonly<{ done: number; total: number | null; note?: string }> | null;
  error: string | null;
  rows: number | null;
  summary: Json;
}>;

/** The server took the order, and has no result. */
export class ReplayFailed extends Error {
  override readonly name = 'ReplayFailed';
}

/** Has a running server replay, fetches the result into a file, and deletes it there. */
export const replayThroughServer = async (server: Server, options: ReplayOptions): Promise<ReplayAnswer> => {
  const format = formatOf(options.out);
  const { id } = await server.post<{ id: string }>('replays', bodyOf(options));
  const progress = showProgress('units');
  let last: Status;
  try {
    last = await server.follow<Status>(`replays/${id}`, (status) => {
      if (status.progress) progress.update({ phase: status.progress.note ?? '', ...status.progress });
      return status.state !== 'running';
    });
  } finally {
    progress.stop();
  }
  const { state, error, rows, summary } = last;
  if (state !== 'completed' || rows === null) throw new ReplayFailed(`The replay has ${state}: ${error}`);
  await server.download(`replays/${id}/result?format=${format}`, options.out);
  await server.delete(`replays/${id}`);
  return { rows, summary };
};
