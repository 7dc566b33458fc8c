import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { projections } from '#composition/catalogue.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { projectionStatuses } from '#projections/projection-status.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';

@ApiTags('operations')
@Controller('projections')
export class ProjectionsController {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How far each projection is',
    description:
      '`position` is that of the last event of the log, `lag` in positions and seconds (the age of the oldest event ' +
      'that the projection does not show), `state` notBegun, behind or upToDate. `parked` are keys with an event that ' +
      'could not be folded: it and later ones wait, `events` in number, and are tried again when the projector starts.',
  })
  async listProjections() {
    const { head, statuses } = await projectionStatuses(projections, this.events, this.reads, Date.now());
    const items = statuses.map(({ name, version, position, lag, lagSeconds, state, parked }) => ({
      name,
      version,
      position: position === null ? null : String(position),
      lag: { positions: String(lag), seconds: lagSeconds },
      state,
      parked: parked.map(({ key, position: at, type, error, events }) => ({ key, position: at, type, error, events })),
    }));
    return { position: String(head), items, next: null };
  }
}
