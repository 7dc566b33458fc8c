import { Inject, Injectable } from '@nestjs/common';
import { EventRegistry } from '#commands/event-registry.js';
import { EVENT_STORE, type EventStore, type StoredEvent } from '#event-store/event-store.js';
import type { Instant } from '#kernel/instant.js';
import { dealDecider } from '../domain/deal.state.js';

/** An event of a deal behind a figure, and who did it. */
export type BehindEvent = Readonly<{
  position: string;
  revision: string;
  type: string;
  by: string;
  onBehalfOf: string | null;
  at: Instant;
  recordedAt: Instant;
}>;

/** What happened to deals, read back from the log. */
@Injectable()
export class DealEvents {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The event of the deal at that revision. */
  async one(dealId: string, revision: number): Promise<BehindEvent> {
    const [stored] = await this.events.readStream(streamOf(dealId), { from: BigInt(revision), limit: 1 });
    if (!stored) throw new Error(`The log has no ${streamOf(dealId)}@${revision}, which the read models tell of`);
    return this.told(stored);
  }

  /** What was true of the deal after `from` and until `to`, as recorded at `knownAt`, in the order of recording. */
  async between(dealId: string, from: Instant, to: Instant, knownAt: Instant): Promise<readonly BehindEvent[]> {
    const stored = await this.events.readStream(streamOf(dealId));
    return stored
      .filter((event) => !this.registry.isBookkeeping(event))
      .map((event) => this.told(event))
      .filter(({ at, recordedAt }) => from < at && at <= to && recordedAt <= knownAt);
  }

  private told(stored: StoredEvent): BehindEvent {
    const { type, position, revision, meta } = this.registry.decode(stored);
    const { by, onBehalfOf, at, recordedAt } = meta;
    return {
      position: String(position),
      revision: String(revision),
      type,
      by,
      onBehalfOf: onBehalfOf ?? null,
      at,
      recordedAt,
    };
  }
}

const streamOf = (dealId: string): string => `${dealDecider.category}-${dealId}`;
