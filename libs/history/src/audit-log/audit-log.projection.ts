import { activityDecider } from '#activities/activities.contract.js';
import { companyDecider, exchangeRateDecider } from '#company/company.contract.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import { forecastMethodDecider } from '#forecast-methods/forecast-methods.contract.js';
import { forecastingDeciders } from '#forecasting/forecasting.contract.js';
import { importDecider } from '#interchange/interchange.contract.js';
import type { DomainEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import { leadDecider } from '#leads/leads.contract.js';
import { notificationDecider } from '#notifications/notifications.contract.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import { productDecider } from '#products/products.contract.js';
import type { Projection } from '#projections/projection.js';
import { savedReportDecider } from '#reports/reports.contract.js';
import { processDecider } from '#sales-process/sales-process.contract.js';
import { projectionCareDecider } from '#upkeep/upkeep.contract.js';

/** How many positions a block spans: so much of the log is read to find the events in it. */
const BLOCK = 4_096n;

/**
 * What a stretch of the log holds, to tell whether to look there. What the events say stays in the log alone: so this
 * costs next to nothing to keep, and nothing in it needs to be forgotten.
 */
export type AuditBlock = Readonly<{
  block: number;
  /** Positions of its first and last event. */
  first: number;
  last: number;
  /** The earliest and the latest time of recording among its events. */
  recordedFrom: Instant;
  recordedTo: Instant;
  actors: readonly string[];
  /** Stored names, `deal-advanced.v1`. */
  types: readonly string[];
}>;

export const blockOf = (position: bigint): number => Number(position / BLOCK);

/** Stored name of every event by its name in code. The audit has no blind spot: a spec compares it to the catalogue. */
export const storedNames: ReadonlyMap<string, string> = new Map(
  [
    companyDecider,
    exchangeRateDecider,
    processDecider,
    teamDecider,
    repDecider,
    productDecider,
    customerDecider,
    leadDecider,
    dealDecider,
    activityDecider,
    ...forecastingDeciders,
    forecastMethodDecider,
    notificationDecider,
    savedReportDecider,
    importDecider,
    projectionCareDecider,
  ].flatMap(({ types }) => Object.entries<string>(types)),
);

/** Who did what, when: where in the log to look for it. */
export const auditLog: Projection<DomainEvent, AuditBlock> = {
  name: 'audit-log',
  version: 2,
  readers: ['analyst'],
  types: [...storedNames.keys()],
  takesUnreadable: true,
  documents: {
    name: 'audit_log_v2',
    columns: { block: 'integer', recordedFrom: 'text' },
    indexes: { byBlock: ['block', 'recordedFrom'] },
  },
  keyOf: ({ position }) => String(blockOf(position)),
  evolve: (before, { type, position, meta: { by, recordedAt } }) => {
    const at = Number(position);
    const { first, recordedFrom, recordedTo, actors, types } = before ?? {
      first: at,
      recordedFrom: recordedAt,
      recordedTo: recordedAt,
      actors: [],
      types: [],
    };
    return {
      doc: {
        block: blockOf(position),
        first,
        last: at,
        recordedFrom: recordedAt < recordedFrom ? recordedAt : recordedFrom,
        recordedTo: recordedAt > recordedTo ? recordedAt : recordedTo,
        // Of an event that cannot be read it may be missing.
        actors: typeof by === 'string' ? withOne(actors, by) : actors,
        types: withOne(types, storedNames.get(type) ?? type),
      },
    };
  },
};

const withOne = (all: readonly string[], one: string): readonly string[] => (all.includes(one) ? all : [...all, one]);
