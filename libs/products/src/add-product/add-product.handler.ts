import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import { type AddProduct, type AddProductRefusal, addProduct } from '../domain/add-product.js';
import type { ProductAdded } from '../domain/product.events.js';
import { type Product, productDecider } from '../domain/product.state.js';

type Fields = Omit<AddProduct, 'productId'>;

export class AddProductCommand extends Command<Answer<AddProductRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideAddProduct =
  (fields: Fields, actor: Actor): Decision<Product | null, ProductAdded, AddProductRefusal | 'NotAllowed'> =>
  (product, { id }) =>
    mustBe(actor) ?? addProduct({ ...fields, productId: id }, product);

@CommandHandler(AddProductCommand)
export class AddProductHandler implements ICommandHandler<AddProductCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: AddProductCommand): Promise<Answer<AddProductRefusal>> {
    return this.runner.create(productDecider, id, context, decideAddProduct(fields, context.actor));
  }
}
