import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventRegistry } from '#commands/event-registry.js';
import { projections } from '#composition/catalogue.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { type ChangeBatch, ChangeFeed } from '#projections/change-feed.js';
import { ReadModels } from '#projections/read-models.js';
import { Metrics } from '../operations/metrics.js';

/** Runs the change feed for as long as the API runs; stopping ends all who follow. */
@Injectable()
export class LiveChanges implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Changes');
  private readonly stopping = new AbortController();
  private readonly feed: ChangeFeed;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(EVENT_STORE) events: EventStore,
    registry: EventRegistry,
    readModels: ReadModels,
    metrics: Metrics,
  ) {
    const onError = (error: unknown) => this.logger.error(`Announcing changes failed and is tried again: ${error}`);
    this.feed = new ChangeFeed({
      events,
      registry,
      readModels,
      projections,
      onError,
      onAnnounced: (changes) => metrics.countAnnounced(changes),
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.feed.run(this.stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Aborts when the API stops. */
  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  /** All changes behind `after` (null: from now on), until `signal` aborts. */
  follow(after: bigint | null, signal: AbortSignal): AsyncGenerator<ChangeBatch> {
    return this.feed.follow(after, signal);
  }
}
