import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { OneOf, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { CHANNELS, type Channel } from '../domain/notification.events.js';
import { retryDeliveryProblems } from '../notifications.problems.js';
import { RetryDeliveryCommand } from './retry-delivery.handler.js';

class RetryDeliveryBody extends WriteBody {
  @OneOf(CHANNELS, { description: 'By which it failed to go out' })
  channel!: Channel;
}

@Controller('notifications')
export class RetryDeliveryController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/retry')
  @DocumentedWrite({
    tag: 'notifications',
    summary: 'Try a delivery again that has failed, by mail or webhook; for admins',
    status: 200,
    refusals: retryDeliveryProblems,
  })
  async retryDelivery(
    @IdParam() id: string,
    @Body() { channel }: RetryDeliveryBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new RetryDeliveryCommand(id, channel, context)), retryDeliveryProblems);
  }
}
