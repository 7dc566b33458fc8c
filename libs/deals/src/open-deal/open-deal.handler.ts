import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { companyNow } from '#company/company.contract.js';
import { ifConvertible, type Worth } from '#company/exchange-rates/company-money.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { type Customer, customerDecider } from '#customers/customers.contract.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import { reject } from '#kernel/outcome.js';
import { dateIn } from '#kernel/time-zone.js';
import { mayWrite } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { processDecider } from '#sales-process/sales-process.contract.js';
import { soleProcess } from '#sales-process/sole-process.contract.js';
import { productsOf } from '../deal-facts.js';
import type { DealOpened } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type LineProductRefusal, productMissing } from '../domain/deal-references.js';
import { type OpenDeal, type OpenDealRefusal, openDeal } from '../domain/open-deal.js';

/**
 * `processId`: default the only process there is. `ownerId`: null for nobody; left out: the acting rep, or else the
 * customer's owner, if they are still here.
 */
type Fields = Omit<OpenDeal, 'dealId'> & Readonly<{ processId?: string | null | undefined }>;

type Refusal = OpenDealRefusal | LineProductRefusal | 'ProcessNotGiven' | 'ProcessUnknown' | 'CustomerUnknown';

export class OpenDealCommand extends Command<Answer<Refusal | 'ExchangeRateMissing'>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** `defaultProcess` is asked for the id of the process when the fields name none. */
export const decideOpenDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
    defaultProcess: () => Promise<string | null> = async () => null,
  ): Decision<Deal | null, DealOpened, Refusal | 'NotAllowed'> =>
  async (deal, { id }) => {
    const { processId: given, ownerId: owned, ...command } = fields;
    const { customerId } = command;
    const lines = command.lines ?? [];
    // What a request left open was settled when the deal was opened: the same request again still means the same.
    const processId = given ?? deal?.opened.processId ?? (await defaultProcess());
    const [customer, process, products] = await Promise.all([
      runner.state(customerDecider, customerId),
      processId === null ? null : runner.state(processDecider, processId),
      productsOf(runner, lines),
    ]);
    const ownerId =
      owned === undefined ? (deal ? deal.opened.ownerId : await defaultOwner(runner, actor, customer)) : owned;
    const [denied, owner] = await Promise.all([
      mayWrite(runner, actor, ownerId),
      ownerId === null ? null : runner.state(repDecider, ownerId),
    ]);
    if (denied) return denied;
    if (processId === null) return reject('ProcessNotGiven', 'Name the processId: there is not exactly one process');
    if (process === null) return reject('ProcessUnknown', `There is no process ${processId}`);
    if (customer === null) return reject('CustomerUnknown', `There is no customer ${customerId}`);
    return productMissing(lines, products) ?? openDeal({ ...command, ownerId, dealId: id }, deal, process, owner);
  };

const defaultOwner = async (
  runner: CommandRunner,
  { id, role }: Actor,
  customer: Customer | null,
): Promise<string | null> => {
  if (role === 'rep' || role === 'manager') return id;
  const ownerId = customer?.ownerId ?? null;
  if (ownerId === null) return null;
  const owner = await runner.state(repDecider, ownerId);
  return owner?.departure === null ? ownerId : null;
};

/** An open deal takes the rate of each day: there is one from the day on which it is opened. */
export const worthOfOpened =
  (timeZone: string) =>
  ([opened]: readonly DealOpened[], at: Instant): Worth | null =>
    opened ? { currency: opened.data.amount.currency, day: dateIn(timeZone, at) } : null;

@CommandHandler(OpenDealCommand)
export class OpenDealHandler implements ICommandHandler<OpenDealCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ id, fields, context }: OpenDealCommand): Promise<Answer<Refusal | 'ExchangeRateMissing'>> {
    const defaultProcess = (): Promise<string | null> => soleProcess(this.events, this.readModels, this.reads);
    const { timeZone } = await companyNow(this.runner, this.settings);
    const decide = ifConvertible(
      this.runner,
      this.settings.currency,
      decideOpenDeal(this.runner, fields, context.actor, defaultProcess),
      worthOfOpened(timeZone),
    );
    return this.runner.create(dealDecider, id, context, decide);
  }
}
