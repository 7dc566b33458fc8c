import { activityDecider } from '#activities/activities.contract.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import { forecastingDeciders } from '#forecasting/forecasting.contract.js';
import { importDecider } from '#interchange/interchange.contract.js';
import type { DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { productDecider } from '#products/products.contract.js';
import type { Projection } from '#projections/projection.js';
import { processDecider } from '#sales-process/sales-process.contract.js';

/** Where in the log an event is, and what it is found by. What it says stays in the log alone. */
export type AuditEntry = Readonly<{
  position: number;
  stream: string;
  revision: number;
  actor: string;
  /** Stored name, `deal-advanced.v1`. */
  type: string;
  at: Instant;
  recordedAt: Instant;
}>;

/** Stored name of every event by its name in code. The audit has no blind spot: a spec compares it to the catalogue. */
export const storedNames: ReadonlyMap<string, string> = new Map(
  [
    processDecider,
    teamDecider,
    repDecider,
    productDecider,
    customerDecider,
    dealDecider,
    activityDecider,
    ...forecastingDeciders,
    importDecider,
  ].flatMap(({ types }) => Object.entries<string>(types)),
);

/** Who did what, when: every event of the log but its bookkeeping. */
export const auditLog: Projection<DomainEvent, AuditEntry> = {
  name: 'audit-log',
  version: 1,
  types: [...storedNames.keys()],
  documents: {
    name: 'audit_log_v1',
    columns: { position: 'integer', actor: 'text', type: 'text', at: 'text', recordedAt: 'text' },
    indexes: {
      byPosition: ['position'],
      byActor: ['actor', 'position'],
      byType: ['type', 'position'],
      byActorAndType: ['actor', 'type', 'position'],
      byRecordedAt: ['recordedAt', 'position'],
    },
  },
  keyOf: ({ position }) => String(position),
  evolve: (_, { type, stream, revision, position, meta: { by, at, recordedAt } }) => ({
    doc: {
      position: Number(position),
      stream,
      revision: Number(revision),
      actor: by,
      type: storedNames.get(type) ?? type,
      at,
      recordedAt,
    },
  }),
};
