import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { OwnNotificationsController } from './own-notifications/own-notifications.controller.js';
import { ReadNotificationController } from './read-notification/read-notification.controller.js';
import { ReadNotificationHandler } from './read-notification/read-notification.handler.js';
import { RetryDeliveryController } from './retry-delivery/retry-delivery.controller.js';
import { RetryDeliveryHandler } from './retry-delivery/retry-delivery.handler.js';

@Module({
  controllers: [OwnNotificationsController, ReadNotificationController, DeliveriesController, RetryDeliveryController],
  providers: [ReadNotificationHandler, RetryDeliveryHandler],
})
export class NotificationsModule {}
