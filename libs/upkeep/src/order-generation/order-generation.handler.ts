import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { mustBe } from '#people/access.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import type { SidedReads } from '#projections/sided-reads.js';
import { READ_STORE } from '#read-store/read-store.js';
import { type GenerationOrdered, type OrderGenerationRefusal, orderGeneration } from '../domain/order-generation.js';
import { projectionCareDecider } from '../domain/projection-care.state.js';
import { PROJECTIONS } from '../order-parked-key/order-parked-key.handler.js';

export class OrderGenerationCommand extends Command<Answer<OrderGenerationRefusal>> {
  constructor(
    readonly projection: string,
    readonly order: GenerationOrdered,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The order is a fact of the log: whichever process runs the projection finds it there. */
@CommandHandler(OrderGenerationCommand)
export class OrderGenerationHandler implements ICommandHandler<OrderGenerationCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(READ_STORE) private readonly reads: Pick<SidedReads, 'refresh' | 'generationsOf'>,
    @Inject(PROJECTIONS) private readonly projections: readonly AnyProjection[],
  ) {}

  execute({ projection, order, context }: OrderGenerationCommand): Promise<Answer<OrderGenerationRefusal>> {
    return this.runner.create(
      projectionCareDecider,
      projection,
      context,
      async () =>
        mustBe(context.actor) ?? orderGeneration({ projection, order, standing: await this.standing(projection) }),
    );
  }

  private async standing(name: string) {
    const projection = this.projections.find((one) => one.name === name);
    if (projection === undefined) return null;
    await this.reads.refresh();
    const { building, isKept } = this.reads.generationsOf(projection);
    return { isBuilding: building !== null, isKept };
  }
}
