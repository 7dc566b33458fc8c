import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { AnnalsRequest } from '#http/command-context.param.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, OneOf } from '#http/fields.js';
import { notAllowed } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { mustBe } from '#people/access.contract.js';
import { fillPage } from '#projections/fill-page.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Notification } from '../domain/notification.state.js';
import { notifications } from './notifications.projection.js';

class NotificationsQuery extends ListQuery {
  @OneOf(['true', 'false'], { optional: true, description: '`true`: only those that are not read' })
  unread?: string;

  @Id({ optional: true, description: 'Whose. Default: who asks; only an admin asks for others' })
  recipient?: string;
}

@Controller('notifications')
export class OwnNotificationsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'notifications', summary: 'What you were told, the latest first' })
  async listNotifications(@Query() query: NotificationsQuery, @Req() { actor }: AnnalsRequest) {
    if (!actor) throw new Error('The route is not guarded');
    const recipientId = query.recipient ?? actor.id;
    const denied = recipientId === actor.id ? null : mustBe(actor);
    if (denied) throw notAllowed(denied.detail);
    const at = readAtOf(query);
    const position = await this.readModels.reach([notifications], at.after);
    const collection = this.store.collection(notifications.documents);
    const page = { ...query, descending: true };
    const found = await fillPage(collection, { index: 'byRecipient', equals: { recipientId } }, page, (doc) => {
      const version = versionAt(doc, at.asOf, at.knownAt);
      if (version === null || (query.unread === 'true' && version.state.readAt !== null)) return null;
      return shown(version);
    });
    return readAnswer(at, position, { items: found.items, next: found.next });
  }
}

const shown = ({ revision, state }: Version<Notification>) => ({
  id: state.notificationId,
  revision: String(revision),
  topic: state.topic,
  subject: state.subject,
  text: state.text,
  about: state.about,
  raisedAt: state.raisedAt,
  readAt: state.readAt,
});
