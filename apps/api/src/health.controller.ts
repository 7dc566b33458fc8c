import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';

type Health = Readonly<{ status: 'ok'; position: string; version: string }>;

/** Ready when both stores answer; anything else is a 503 problem. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Liveness and readiness; `position` is that of the last event of the log' })
  async health(): Promise<Health> {
    const [head] = await Promise.all([this.events.head(), this.reads.ping()]);
    return { status: 'ok', position: String(head ?? 0n), version: VERSION };
  }
}

const VERSION = '0.1.0';
