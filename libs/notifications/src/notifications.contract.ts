import * as state from './domain/notification.state.js';

export const notificationDecider = state.notificationDecider;
