import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { ProductBody, pricesIn } from '../product.body.js';
import { productProblems } from '../products.problems.js';
import { ReviseProductCommand } from './revise-product.handler.js';

@Controller('products/:id/revise')
export class ReviseProductController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'products',
    status: 200,
    summary: 'Revise a product; deals keep the prices that they were offered at',
    refusals: productProblems,
  })
  async reviseProduct(
    @IdParam() id: string,
    @Body() body: ProductBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    checkAmounts(pricesIn(body));
    const { name, models } = body;
    const command = new ReviseProductCommand(id, { name, models }, context);
    return answer(await this.commands.execute(command), productProblems);
  }
}
