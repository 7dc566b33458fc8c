import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EVENT_STORE, type EventStore, EventStoreUnavailable } from '#event-store/event-store.js';
import { READ_STORE, type ReadStore, ReadStoreUnavailable } from '#read-store/read-store.js';
import { within } from './within.js';

type Health = Readonly<{ status: 'ok'; position: string; version: string }>;

const PATIENCE_MS = 2_000;

/** Ready when both stores answer in time; anything else is a 503 problem. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Liveness and readiness; `position` is that of the last event of the log' })
  @ApiResponse({ status: 200, description: 'Both stores answer' })
  @ApiResponse({ status: 503, description: 'EventStoreUnavailable, ReadStoreUnavailable' })
  async health(): Promise<Health> {
    const [head] = await Promise.all([
      within(PATIENCE_MS, this.events.head(), () => new EventStoreUnavailable('It did not answer in time')),
      within(PATIENCE_MS, this.reads.ping(), () => new ReadStoreUnavailable('It did not answer in time')),
    ]);
    return { status: 'ok', position: String(head ?? 0n), version: VERSION };
  }
}

const VERSION = '0.1.0';
