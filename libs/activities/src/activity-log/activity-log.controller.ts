import { Controller, Get, Inject, Query } from '@nestjs/common';
import { mergedCustomerProjections, withMerged } from '#customers/customer-versions/merged-customers.contract.js';
import { DocumentedRead } from '#http/documented.js';
import { At, Id, ListQuery, OneOf } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import { fillPage } from '#projections/fill-page.js';
import { mergedPage } from '#projections/merged-page.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../domain/activity.events.js';
import { activityRange, entryAt, meets } from './activity-list.js';
import { activityLog } from './activity-log.projection.js';

const DEFAULT_LIMIT = 50;

type Shown = NonNullable<ReturnType<typeof entryAt>>;

/** As the index has them, backwards. */
const byTime = (a: Shown, b: Shown): number => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1);

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
    const position = await this.readModels.reach([activityLog, ...mergedCustomerProjections], at.after);
    const { customerId, limit = DEFAULT_LIMIT, cursor } = query;
    // The activities of customers who were merged into the one that is asked for are theirs.
    const customers = customerId == null ? [] : await withMerged(this.store, customerId, at);
    const filters = customers.length === 0 ? [query] : customers.map((id) => ({ ...query, customerId: id }));
    const lists = filters.map(
      (filter) => (asked: Readonly<{ limit: number; cursor?: string }>) =>
        fillPage(
          this.store.collection(activityLog.documents),
          activityRange(filter, at.latest),
          { ...asked, descending: true },
          (entry) => {
            const shown = entryAt(entry, at);
            return shown && meets(filter, shown) ? shown : null;
          },
        ),
    );
    const page = await mergedPage(lists, byTime, { limit, ...(cursor != null && { cursor }) });
    return readAnswer(at, position, page);
  }
}
