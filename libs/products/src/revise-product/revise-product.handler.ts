import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import type { ProductRevised } from '../domain/product.events.js';
import { type Product, productDecider } from '../domain/product.state.js';
import { type ReviseProduct, type ReviseProductRefusal, reviseProduct } from '../domain/revise-product.js';

type Fields = Omit<ReviseProduct, 'productId'>;

export class ReviseProductCommand extends Command<Answer<ReviseProductRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideReviseProduct =
  (fields: Fields, actor: Actor): Decision<Product, ProductRevised, ReviseProductRefusal | 'NotAllowed'> =>
  (product, { id }) =>
    mustBe(actor) ?? reviseProduct({ ...fields, productId: id }, product);

@CommandHandler(ReviseProductCommand)
export class ReviseProductHandler implements ICommandHandler<ReviseProductCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ReviseProductCommand): Promise<Answer<ReviseProductRefusal>> {
    return this.runner.change(productDecider, id, context, decideReviseProduct(fields, context.actor));
  }
}
