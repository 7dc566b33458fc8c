import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { projections } from '#composition/catalogue.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { notifications } from '#notifications/own-notifications/notifications.projection.js';
import type { Change } from '#projections/change-feed.js';
import { projectionStatuses } from '#projections/projection-status.js';
import { shardPositions } from '#projections/shard-status.js';
import type { SidedReads } from '#projections/sided-reads.js';
import { READ_STORE } from '#read-store/read-store.js';
import { within } from '#timing/within.js';

const PATIENCE_MS = 2_000;

const silence = (): Error => new Error('A store does not answer');

/** What Prometheus scrapes of one API process. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly announced: Counter<'kind'>;
  private readonly storesUp: Gauge;
  private readonly logPosition: Gauge;
  private readonly position: Gauge<'projection'>;
  private readonly lag: Gauge<'projection'>;
  private readonly lagSeconds: Gauge<'projection'>;
  private readonly parked: Gauge<'projection'>;
  private readonly shardPosition: Gauge<'projection' | 'shard'>;
  private readonly shardLag: Gauge<'projection' | 'shard'>;
  private readonly deliveries: Gauge<'state'>;

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: SidedReads,
  ) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'annals_http_request_duration_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.announced = new Counter({
      name: 'annals_events_total',
      help: 'Events appended to the log, by kind of record, that read models came to show since this process started',
      labelNames: ['kind'],
      registers,
    });
    this.storesUp = new Gauge({ name: 'annals_stores_up', help: '1 when both stores answered this scrape', registers });
    this.logPosition = new Gauge({ name: 'annals_log_position', help: 'Position of the last event', registers });
    const labelNames = ['projection'] as const;
    this.position = new Gauge({
      name: 'annals_projection_position',
      help: 'Position that the projection has reached',
      labelNames,
      registers,
    });
    this.lag = new Gauge({
      name: 'annals_projection_lag_positions',
      help: 'Positions between the projection and the end of the log',
      labelNames,
      registers,
    });
    this.lagSeconds = new Gauge({
      name: 'annals_projection_lag_seconds',
      help: 'Age of the oldest event that the projection does not show',
      labelNames,
      registers,
    });
    this.parked = new Gauge({
      name: 'annals_projection_parked_keys',
      help: 'Keys of the projection with an event that could not be folded',
      labelNames,
      registers,
    });
    const ofShards = { labelNames: ['projection', 'shard'] as const, registers };
    this.shardPosition = new Gauge({
      name: 'annals_projection_shard_position',
      help: 'Position that the shard of the projection has reached, where there are several',
      ...ofShards,
    });
    this.shardLag = new Gauge({
      name: 'annals_projection_shard_lag_positions',
      help: 'Positions between the shard of the projection and the end of the log, where there are several',
      ...ofShards,
    });
    this.deliveries = new Gauge({
      name: 'annals_notification_deliveries',
      help: 'Notifications with a delivery that is outstanding, or else one that has failed and is tried no more',
      labelNames: ['state'],
      registers,
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Counts and times every request; those that stay open for as long as the client likes are left out. */
  measure(server: FastifyInstance): void {
    server.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      if (route === '/api/changes/stream') return;
      this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    });
  }

  countAnnounced(changes: readonly Change[]): void {
    for (const { kind } of changes) this.announced.inc({ kind });
  }

  /** All metrics as text. A store that does not answer takes nothing from the others: it shows as `annals_stores_up 0`. */
  async scrape(): Promise<string> {
    const gauges = [this.position, this.lag, this.lagSeconds, this.parked, this.deliveries];
    for (const gauge of [...gauges, this.shardPosition, this.shardLag]) gauge.reset();
    try {
      const looking = projectionStatuses(projections, this.events, this.reads, Date.now());
      const { head, statuses } = await within(PATIENCE_MS, looking, silence);
      this.storesUp.set(1);
      this.logPosition.set(Number(head));
      for (const { name: projection, position, lag, lagSeconds, parked } of statuses) {
        this.position.set({ projection }, Number(position ?? 0n));
        this.lag.set({ projection }, Number(lag));
        this.lagSeconds.set({ projection }, lagSeconds);
        this.parked.set({ projection }, parked.length);
      }
      await within(PATIENCE_MS, this.lookAtShards(head), silence);
      for (const state of ['outstanding', 'failed']) {
        this.deliveries.set({ state }, await within(PATIENCE_MS, this.deliveriesIn(state), silence));
      }
    } catch {
      this.storesUp.set(0);
    }
    return this.registry.metrics();
  }

  private async lookAtShards(head: bigint): Promise<void> {
    for (const { projection, shard, position } of await shardPositions(projections, this.reads)) {
      if (shard.of === 1) continue;
      const labels = { projection: projection.name, shard: `${shard.number}-of-${shard.of}` };
      const reached = position ?? 0n;
      this.shardPosition.set(labels, Number(reached));
      // Read after the end of the log, it may be beyond that.
      this.shardLag.set(labels, reached < head ? Number(head - reached) : 0);
    }
  }

  private async deliveriesIn(delivery: string): Promise<number> {
    const found = this.reads.collection(notifications.documents);
    const [all] = await found.sum([{ index: 'byDelivery', equals: { delivery } }], { groupBy: [], sums: [] });
    return all?.count ?? 0;
  }
}
