import { Module } from '@nestjs/common';
import { ActivityLogController } from './activity-log/activity-log.controller.js';
import { AddTaskController } from './add-task/add-task.controller.js';
import { AddTaskHandler } from './add-task/add-task.handler.js';
import { CompleteTaskController } from './complete-task/complete-task.controller.js';
import { CompleteTaskHandler } from './complete-task/complete-task.handler.js';
import { LogCallController } from './log-call/log-call.controller.js';
import { LogCallHandler } from './log-call/log-call.handler.js';
import { LogEmailController } from './log-email/log-email.controller.js';
import { LogEmailHandler } from './log-email/log-email.handler.js';
import { LogMeetingController } from './log-meeting/log-meeting.controller.js';
import { LogMeetingHandler } from './log-meeting/log-meeting.handler.js';
import { ReassignTaskController } from './reassign-task/reassign-task.controller.js';
import { ReassignTaskHandler } from './reassign-task/reassign-task.handler.js';
import { TakeNoteController } from './take-note/take-note.controller.js';
import { TakeNoteHandler } from './take-note/take-note.handler.js';

@Module({
  controllers: [
    LogCallController,
    LogEmailController,
    LogMeetingController,
    TakeNoteController,
    AddTaskController,
    CompleteTaskController,
    ReassignTaskController,
    ActivityLogController,
  ],
  providers: [
    LogCallHandler,
    LogEmailHandler,
    LogMeetingHandler,
    TakeNoteHandler,
    AddTaskHandler,
    CompleteTaskHandler,
    ReassignTaskHandler,
  ],
})
export class ActivitiesModule {}
