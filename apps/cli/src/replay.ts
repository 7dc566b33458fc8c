import { copyFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { v5 as uuidv5 } from 'uuid';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import { projections } from '#composition/catalogue.js';
import type { Platform } from '#composition/platform.js';
import { type MethodScore, scoreTable } from '#forecast-methods/back-test/back-test.contract.js';
import { type Instant, instantOf } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import { isFaulty } from '#replays/questions/question.js';
import { preparedReplay } from '#replays/replay/prepare-replay.js';
import { FORMATS, type Format, ReplayFolder } from '#replays/replay/replay-folder.js';
import type { Replay } from '#replays/replay/replay-request.js';
import { isRefusal, runReplay } from '#replays/replay/run-replay.js';
import { type ReplayBody, replayRequestOf } from '#replays/replays/replay.body.js';
import { catchUp } from './catch-up.js';
import { showProgress } from './show-progress.js';

/** The body of a replay, as options; `parameter` holds the question's own. `out` names the file of the result. */
export type ReplayOptions = Readonly<
  Omit<ReplayBody, 'kind' | 'parameters'> & { parameter: readonly string[]; out: string }
>;

/** The replay cannot be carried out as it is asked for. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
}

/** What a completed replay says of itself. */
export type ReplayAnswer = Readonly<{ rows: number; summary: Json }>;

/** Replays over the stores that are open. Killed, and given the same command again, it goes on where it was. */
export const replay = async (platform: Platform, options: ReplayOptions): Promise<ReplayAnswer> => {
  const { settings } = platform;
  const body = bodyOf(options);
  const format = formatOf(options.out);
  const id = uuidv5(`cli replay ${JSON.stringify(body)}`, ANNALS_NAMESPACE);
  const folder = new ReplayFolder(settings, id);
  await catchUp(platform, projections, 'read models');
  await folder.order(await orderOf(id, body, platform, instantOf(Date.now())));
  const ordered = (await folder.ordered()) as Replay;
  const prepared = await preparedReplay(ordered, folder, { ...platform, projections });
  if (isFaulty(prepared)) {
    await folder.remove();
    throw refusedFor(prepared.faults);
  }
  const progress = showProgress(prepared.task.unit);
  try {
    const { rows, summary } = await runReplay(folder, prepared.task, {
      signal: new AbortController().signal,
      now: () => instantOf(Date.now()),
      onProgress: progress.update,
      summarise: prepared.summarise,
    });
    await copyFile(folder.result(format), options.out);
    await folder.remove();
    return { rows, summary };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await folder.remove();
    throw new ReplayRefused(error.detail);
  } finally {
    progress.stop();
  }
};

/** The body of the request that the options state. */
export const bodyOf = ({ parameter, out: _, ...options }: ReplayOptions): ReplayBody => {
  if ((options.question === undefined) === (options.projection === undefined)) {
    throw new ReplayRefused('It takes either a --question or a --projection');
  }
  const parameters = Object.fromEntries(parameter.map((each) => each.split(/=(.*)/s).slice(0, 2)));
  return {
    kind: options.question === undefined ? 'projection' : 'series',
    ...options,
    ...(parameter.length > 0 && { parameters }),
  };
};

/** The format that the name of the file says. */
export const formatOf = (file: string): Format => {
  const format = FORMATS.find((each) => `.${each}` === extname(file).toLowerCase());
  if (format === undefined) throw new ReplayRefused(`${file} must end in .${FORMATS.join(', .')}`);
  return format;
};

/** For an option that may be given several times, `name=value`. */
export const collected = (text: string, before: readonly string[]): readonly string[] => {
  if (!/^\w+=/.test(text)) throw new InvalidArgumentError('It is name=value.');
  return [...before, text];
};

export const tellReplay = ({ rows, summary }: ReplayAnswer, out: string): void => {
  if (Array.isArray(summary)) process.stdout.write(scoreTable(summary as readonly MethodScore[]));
  process.stdout.write(`${rows} rows written to ${out}\n`);
};

const orderOf = async (id: string, body: ReplayBody, platform: Platform, now: Instant): Promise<Replay> => {
  const { timeZone } = await companyKnownAt(platform.readModels, platform.settings, now);
  const request = replayRequestOf(body, timeZone, now);
  if ('faults' in request) throw refusedFor(request.faults);
  return { id, by: 'cli', at: now, head: String((await platform.events.head()) ?? -1n), request };
};

const refusedFor = (faults: readonly Readonly<{ path: string; message: string }>[]): ReplayRefused =>
  new ReplayRefused(faults.map(({ path, message }) => `${path} ${message}`).join('; '));
