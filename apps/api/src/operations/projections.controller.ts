import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { projections } from '#composition/catalogue.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { projectionStatuses } from '#projections/projection-status.js';
import { ReadModels } from '#projections/read-models.js';
import { shardStatuses } from '#projections/shard-status.js';
import type { SidedReads } from '#projections/sided-reads.js';
import { type Lease, READ_STORE } from '#read-store/read-store.js';

@ApiTags('operations')
@Controller('projections')
export class ProjectionsController {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: SidedReads,
    private readonly readModels: ReadModels,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How far each projection is',
    description:
      '`position` is that of the last event of the log, `lag` in positions and seconds (the age of the oldest event ' +
      'that the projection does not show), `state` notBegun, behind or upToDate, `rate` positions a second (null when ' +
      'another process runs any of it). `parked` are keys with an event that could not be folded: it and later ' +
      'ones wait, `events` in number, and are tried again when the projector starts. `generation` is the one that is ' +
      'shown, `compared` its documents and rows beside those of the one before, `isKept` whether a rollback is possible, ' +
      '`isOutdated` whether other code built it; `building` is the next one. `shards` ' +
      'are the parts of every projection, each folded by the process that `lease` names (the `lease` beside them is of the ' +
      'first), its `position` that of the projection that is least far.',
  })
  async listProjections() {
    const now = Date.now();
    const { head, statuses } = await projectionStatuses(projections, this.events, this.reads, now);
    const items = statuses.map(({ position, lag, lagSeconds, parked, building, ...status }) => ({
      ...status,
      position: position === null ? null : String(position),
      lag: { positions: String(lag), seconds: lagSeconds },
      rate: this.readModels.rateOf(status),
      building: building && { ...building, position: String(building.position) },
      parked: parked.map(({ key, position: at, type, error, events }) => ({ key, position: at, type, error, events })),
    }));
    const shards = (await shardStatuses(projections, this.reads)).map(({ number, of, lease, position }) => ({
      ...{ number, of, lease: toldLease(lease, now) },
      position: position === null ? null : String(position),
      lag: String(position === null ? head : positive(head - position)),
    }));
    return { position: String(head), lease: shards[0]?.lease ?? null, shards, items, next: null };
  }
}

type ToldLease = Readonly<{ holder: string; epoch: number; expired: boolean }>;

const toldLease = (lease: Lease | null, now: number): ToldLease | null =>
  lease && { holder: lease.holder, epoch: lease.epoch, expired: lease.expiresAt <= now };

/** Read after the end of the log, a position may be beyond it. */
const positive = (lag: bigint): bigint => (lag > 0n ? lag : 0n);
