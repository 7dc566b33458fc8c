import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { EventRegistry } from '#commands/event-registry.js';
import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import type { AnnalsRequest } from '#http/command-context.param.js';
import { DocumentedRead } from '#http/documented.js';
import { DayOrAt, Id, ListQuery, Text } from '#http/fields.js';
import { notAllowed } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { type Instant, parseInstant } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { mustBe } from '#people/access.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { auditLog } from './audit-log.projection.js';
import { type AuditEntry, auditPage } from './audit-page.js';

class AuditQuery extends ListQuery {
  @Id({ optional: true, description: 'Only what this rep did, or `admin`, or `system`' })
  actor?: string;

  @Text({ optional: true, description: 'Stored name, or how it starts: `deal-advanced.v1`, `deal-`', example: 'deal-' })
  type?: string;

  @DayOrAt({ optional: true, description: 'Recorded then or later' })
  from?: string;

  @DayOrAt({ optional: true, description: 'Recorded before' })
  to?: string;
}

/** What the log holds and nobody gets to see: digests of tokens. */
const SECRETS = new Set(['secretHash']);

@Controller('audit')
export class AuditLogController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly registry: EventRegistry,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'audit', summary: 'Events of the log, the last one first; for admins and analysts' })
  async listEvents(@Query() query: AuditQuery, @Req() request: AnnalsRequest) {
    const denied = request.actor ? mustBe(request.actor, 'analyst') : null;
    if (denied) throw notAllowed(denied.detail);
    const at = readAtOf(query);
    const position = await this.readModels.reach([auditLog], at.after);
    const { actor, type, from, to } = query;
    // A day begins in the company's time zone.
    const { timeZone } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const instantOf = (text: string): Instant => parseInstant(text) ?? startOfDayIn(timeZone, text);
    const filter = {
      ...(actor != null && { actor }),
      ...(type != null && { type }),
      ...(from != null && { from: instantOf(from) }),
      ...(to != null && { to: instantOf(to) }),
    };
    const { store: reads, events, registry } = this;
    const { entries, next } = await auditPage({ reads, events, registry }, filter, at, query);
    return readAnswer(at, position, { items: entries.map(shown), next });
  }
}

const shown = ({ type, event: { id, data, meta, position, stream, revision, unreadable } }: AuditEntry) => {
  const { by, onBehalfOf, at, recordedAt, source, client, commandId, correlationId, causationId } = meta;
  return {
    position: String(position),
    id,
    type,
    stream,
    revision: String(revision),
    by,
    onBehalfOf: onBehalfOf ?? null,
    at,
    recordedAt,
    source,
    client: client ?? null,
    commandId,
    correlationId,
    causationId: causationId ?? null,
    data: Object.fromEntries(Object.entries(data as object).filter(([field]) => !SECRETS.has(field))),
    /** Why the event cannot be read: then it says whatever another program wrote. */
    ...(unreadable !== undefined && { unreadable }),
  };
};
