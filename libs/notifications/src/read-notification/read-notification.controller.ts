import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { ReadNotificationCommand } from './read-notification.handler.js';

@Controller('notifications')
export class ReadNotificationController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/read')
  @DocumentedWrite({ tag: 'notifications', summary: 'Mark a notification as read', status: 200, refusals: {} })
  async readNotification(
    @IdParam() id: string,
    @Body() _body: WriteBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new ReadNotificationCommand(id, context)), {});
  }
}
