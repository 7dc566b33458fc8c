import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { projections } from '#composition/catalogue.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { EVENT_STORE, type EventStore, EventStoreUnavailable } from '#event-store/event-store.js';
import { ProblemException } from '#http/problem.js';
import { staleness } from '#projections/projection-status.js';
import { READ_STORE, type ReadStore, ReadStoreUnavailable } from '#read-store/read-store.js';
import { within } from '#timing/within.js';

type Health = Readonly<{ status: 'ok'; position: string; version: string }>;

const PATIENCE_MS = 2_000;

const RETRY_AFTER_S = 5;

/** Ready when both stores answer in time and reads are not too far behind the log; anything else is a 503 problem. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'maxStaleness'>,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Liveness and readiness; `position` is that of the last event of the log' })
  @ApiResponse({ status: 200, description: 'Both stores answer, and reads are not too old' })
  @ApiResponse({ status: 503, description: 'EventStoreUnavailable, ReadStoreUnavailable, ReadModelsStale' })
  async health(): Promise<Health> {
    const { maxStaleness } = this.settings;
    const [head] = await Promise.all([
      within(PATIENCE_MS, this.events.head(), () => new EventStoreUnavailable('It did not answer in time')),
      within(PATIENCE_MS, this.reads.ping(), () => new ReadStoreUnavailable('It did not answer in time')),
    ]);
    const looking =
      maxStaleness === 0 ? Promise.resolve(0) : staleness(projections, this.events, this.reads, Date.now());
    const seconds = await within(PATIENCE_MS, looking, () => new ReadStoreUnavailable('It did not answer in time'));
    if (seconds > maxStaleness) throw stale(seconds, maxStaleness);
    return { status: 'ok', position: String(head ?? 0n), version: VERSION };
  }
}

const stale = (seconds: number, limit: number): ProblemException => {
  const detail = `An event of ${Math.round(seconds)} seconds ago is not shown yet; ${limit} are allowed`;
  return new ProblemException(503, 'ReadModelsStale', 'Reads are too far behind', detail, undefined, RETRY_AFTER_S);
};

const VERSION = '0.1.0';
