import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { AnnalsRequest } from '#http/command-context.param.js';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, OneOf } from '#http/fields.js';
import { notAllowed } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { mustBe } from '#people/access.contract.js';
import { fillPage } from '#projections/fill-page.js';
import { ReadModels } from '#projections/read-models.js';
import { versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { DELIVERY_STATES, type DeliveryState, deliveriesOf, type Notification } from '../domain/notification.state.js';
import { notifications } from '../own-notifications/notifications.projection.js';

class DeliveriesQuery extends ListQuery {
  @OneOf(DELIVERY_STATES, { optional: true, description: 'Only notifications with a delivery in that state' })
  state?: DeliveryState;
}

@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({
    tag: 'notifications',
    summary: 'Notifications that go out by mail or webhook, and whether they have; for admins',
  })
  async listDeliveries(@Query() query: DeliveriesQuery, @Req() { actor }: AnnalsRequest) {
    if (!actor) throw new Error('The route is not guarded');
    const denied = mustBe(actor);
    if (denied) throw notAllowed(denied.detail);
    const at = readAtOf(query);
    const position = await this.readModels.reach([notifications], at.after);
    const collection = this.store.collection(notifications.documents);
    const found = await fillPage(collection, rangeFor(query.state, at.latest), query, (doc) => {
      const state = versionAt(doc, at.asOf, at.knownAt)?.state;
      const deliveries = state ? deliveriesOf(state) : [];
      const isAsked = deliveries.some((delivery) => query.state === undefined || delivery.state === query.state);
      return state && isAsked ? { ...shown(state), deliveries } : null;
    });
    return readAnswer(at, position, { items: found.items, next: found.next });
  }
}

/** What is not done now is found by the index. */
const rangeFor = (state: DeliveryState | undefined, latest: boolean) =>
  latest && (state === 'failed' || state === 'outstanding')
    ? { index: 'byDelivery', range: { column: 'delivery', gt: 'done' } }
    : { index: 'byId' };

const shown = ({ notificationId, recipientId, topic, subject, raisedAt }: Notification) => ({
  ...{ id: notificationId, recipientId, topic, subject, raisedAt },
});
