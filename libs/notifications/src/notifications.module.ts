import { Module } from '@nestjs/common';
import { OwnNotificationsController } from './own-notifications/own-notifications.controller.js';
import { ReadNotificationController } from './read-notification/read-notification.controller.js';
import { ReadNotificationHandler } from './read-notification/read-notification.handler.js';

@Module({
  controllers: [OwnNotificationsController, ReadNotificationController],
  providers: [ReadNotificationHandler],
})
export class NotificationsModule {}
