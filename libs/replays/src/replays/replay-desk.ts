import { Inject, Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { EventRegistry } from '#commands/event-registry.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { badInput, notAllowed, notFound, ProblemException } from '#http/problem.js';
import { JOBS, type JobProgress, type Jobs } from '#jobs/jobs.js';
import type { Actor } from '#kernel/actor.js';
import type { Json } from '#kernel/json.js';
import { mustBe } from '#people/access.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { isFaulty } from '../questions/question.js';
import { preparedReplay, type ReplaySources } from '../replay/prepare-replay.js';
import { ReplayFolder, replayIds } from '../replay/replay-folder.js';
import { enqueueReplay, replayJobId } from '../replay/replay-job.js';
import type { Replay, ReplayRequest } from '../replay/replay-request.js';
import type { Column } from '../replay/replay-task.js';
import { scenarioProjections } from '../what-if/unknown-ids.js';

/** The read models that can be folded anew. */
export const PROJECTIONS = Symbol('Projections');

/** How far a replay is, and what it gave. */
export type ReplayStatus = Replay &
  Readonly<{
    state: 'running' | 'completed' | 'failed' | 'cancelled';
    progress: JobProgress | null;
    error: string | null;
    rows: number | null;
    columns: readonly Column[] | null;
    summary: Json;
  }>;

/** @throws ProblemException (403) */
export const mayReplay = (actor: Actor): void => {
  const denied = mustBe(actor, 'analyst', 'manager');
  if (denied) throw notAllowed(denied.detail);
};

export const stillUnderWay = (detail: string): ProblemException =>
  new ProblemException(409, 'ReplayUnderWay', 'The replay is still under way', detail);

/** Takes orders for replays, and says how far they are. */
@Injectable()
export class ReplayDesk implements ReplaySources {
  constructor(
    @Inject(EVENT_STORE) readonly events: EventStore,
    readonly registry: EventRegistry,
    @Inject(READ_STORE) readonly reads: ReadStore,
    readonly readModels: ReadModels,
    readonly figures: DealFigures,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(SETTINGS) readonly settings: Settings,
    @Inject(PROJECTIONS) readonly projections: readonly AnyProjection[],
  ) {}

  /** The same command again is the same replay. @throws ProblemException (400) for a request that cannot be carried out, (403) */
  async order(request: ReplayRequest, context: CommandContext): Promise<Readonly<{ id: string }>> {
    const { settings } = this;
    this.assertReadable(request, context.actor);
    const { commandId: id, actor, now: at } = context;
    const replay: Replay = { id, by: actor.id, at, head: String((await this.events.head()) ?? -1n), request };
    if (request.kind === 'series' && request.scenario !== null && replay.head !== '-1') {
      await this.readModels.reach(scenarioProjections, replay.head);
    }
    const folder = new ReplayFolder(settings, id);
    const prepared = await preparedReplay(replay, folder, this);
    if (isFaulty(prepared)) throw badInput(prepared.faults);
    await folder.order(replay);
    await enqueueReplay(this.jobs, id, (await folder.resumed()).times);
    return { id };
  }

  /**
   * Has a cancelled or failed replay go on behind its last page; any other is left as it is.
   * @throws ProblemException (403), (404), (409) while it is stopping still
   */
  async resume(id: string, actor: Actor): Promise<ReplayStatus> {
    const { state, progress, request } = await this.status(id);
    this.assertReadable(request, actor);
    const folder = new ReplayFolder(this.settings, id);
    const { times } = await folder.resumed();
    const job = await this.jobs.status(replayJobId(id, times));
    // The queue may have lost it, or never got it.
    const isLost = state === 'running' && job === null;
    if (state === 'cancelled' || state === 'failed' || isLost) {
      // Two must never write one result.
      if (job?.state === 'active') throw stillUnderWay(`${id} stops at its next page: resume it then`);
      await folder.resume({ times: times + 1, progress });
      await enqueueReplay(this.jobs, id, times + 1);
    }
    return this.status(id);
  }

  /**
   * A read model that not everybody may read is no more theirs for being folded anew, whoever ordered it.
   * @throws ProblemException (403)
   */
  assertReadable(request: ReplayRequest, actor: Actor): void {
    if (request.kind === 'series') return;
    const { readers } = this.projections.find(({ name }) => name === request.projection) ?? {};
    const denied = readers ? mustBe(actor, ...readers) : null;
    if (denied) throw notAllowed(denied.detail);
  }

  /** Newest first. */
  async all(): Promise<readonly ReplayStatus[]> {
    const ids = await replayIds(this.settings);
    // One that is deleted meanwhile is not there.
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((status) => status !== null).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** @throws ProblemException (404) when there is no such replay, or it was deleted */
  async status(id: string): Promise<ReplayStatus> {
    const status = await this.find(id);
    if (status === null) throw notFound(`There is no replay ${id}`);
    return status;
  }

  private async find(id: string): Promise<ReplayStatus | null> {
    // It names a folder.
    if (!validate(id)) return null;
    const folder = new ReplayFolder(this.settings, id);
    const ordered = await folder.ordered();
    if (ordered === null) return null;
    const resumed = await folder.resumed();
    const job = await this.jobs.status(replayJobId(id, resumed.times));
    // After the job: it may complete between two looks.
    const report = await folder.report();
    const nothing = { progress: null, error: null, rows: null, columns: null, summary: null };
    if (report) {
      const { rows, columns, summary } = report;
      return { ...ordered, ...nothing, state: 'completed', rows, columns, summary };
    }
    const sofar = { ...ordered, ...nothing, progress: job?.progress ?? resumed.progress };
    if (await folder.isCancelled()) return { ...sofar, state: 'cancelled' };
    const failure = await folder.failure();
    if (failure !== null) return { ...sofar, state: 'failed', error: failure };
    return { ...sofar, state: job?.state === 'failed' ? 'failed' : 'running', error: job?.error ?? null };
  }
}
