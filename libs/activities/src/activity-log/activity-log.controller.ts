import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { At, Id, ListQuery, OneOf } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import { fillPage } from '#projections/fill-page.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../domain/activity.events.js';
import { activityRange, entryAt, meets } from './activity-list.js';
import { activityLog } from './activity-log.projection.js';

class ActivitiesQuery extends ListQuery {
  @Id({ optional: true })
  repId?: string;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  dealId?: string;

  @OneOf(ACTIVITY_KINDS, { optional: true })
  kind?: ActivityKind;

  @At({ optional: true, description: 'Took place then or later' })
  from?: Instant;

  @At({ optional: true, description: 'Took place before' })
  to?: Instant;
}

@Controller('activities')
export class ActivityLogController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'activities', summary: 'Activities, the latest first' })
  async listActivities(@Query() query: ActivitiesQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([activityLog], at.after);
    const range = activityRange(query, at.latest);
    const page = await fillPage(
      this.store.collection(activityLog.documents),
      range,
      { ...query, descending: true },
      (entry) => {
        const shown = entryAt(entry, at);
        return shown && meets(query, shown) ? shown : null;
      },
    );
    return readAnswer(at, position, page);
  }
}
