import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { mustBe } from '#people/access.contract.js';
import { type TroubledKey, troubledKeysOf } from '#projections/parked-keys.js';
import type { AnyProjection } from '#projections/projection.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { type OrderParkedKeyRefusal, orderParkedKey, type ParkedKeyOrder } from '../domain/order-parked-key.js';
import { projectionCareDecider } from '../domain/projection-care.state.js';

export const PROJECTIONS = Symbol('Projections under care');

export class OrderParkedKeyCommand extends Command<Answer<OrderParkedKeyRefusal>> {
  constructor(
    readonly projection: string,
    readonly key: string,
    readonly order: ParkedKeyOrder,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The order is a fact of the log: whichever process runs the projection finds it there, also when it is rebuilt. */
@CommandHandler(OrderParkedKeyCommand)
export class OrderParkedKeyHandler implements ICommandHandler<OrderParkedKeyCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(READ_STORE) private readonly reads: ReadStore,
    @Inject(PROJECTIONS) private readonly projections: readonly AnyProjection[],
  ) {}

  execute({ projection, key, order, context }: OrderParkedKeyCommand): Promise<Answer<OrderParkedKeyRefusal>> {
    return this.runner.create(
      projectionCareDecider,
      projection,
      context,
      async () =>
        mustBe(context.actor) ??
        orderParkedKey({ projection, key, order, parkedAt: await this.parkedAt(projection, key) }),
    );
  }

  private async parkedAt(name: string, key: string): Promise<string | null> {
    const projection = this.projections.find((one) => one.name === name);
    if (projection === undefined) return null;
    const found = await this.reads.collection<TroubledKey>(troubledKeysOf(projection)).get(key);
    return found?.doc.parked?.position ?? null;
  }
}
