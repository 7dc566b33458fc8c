import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id } from '#http/fields.js';
import { ProductBody, pricesIn } from '../product.body.js';
import { productProblems } from '../products.problems.js';
import { AddProductCommand } from './add-product.handler.js';

class AddProductBody extends ProductBody {
  @Id({ optional: true, description: 'Chosen by the client, or else by the server (UUIDv7)' })
  id?: string;
}

@Controller('products')
export class AddProductController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'products', summary: 'Add a product', refusals: productProblems })
  async addProduct(@Body() body: AddProductBody, @Context() context: CommandContext): Promise<Written> {
    checkAmounts(pricesIn(body));
    const { id, name, models } = body;
    return answer(await this.commands.execute(new AddProductCommand(id, { name, models }, context)), productProblems);
  }
}
