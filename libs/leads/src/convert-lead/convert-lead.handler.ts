import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { type Customer, customerDecider } from '#customers/customers.contract.js';
import { dealDecisions } from '#deals/deals.contract.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import type { Actor } from '#kernel/actor.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { isRejected, type Rejected, reject } from '#kernel/outcome.js';
import { repDecider } from '#people/people.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { soleProcess } from '#sales-process/sole-process.contract.js';
import { mayWriteLead } from '../access.js';
import type { CompleteConversionRefusal } from '../domain/complete-lead-conversion.js';
import { type ConvertLeadRefusal, convertLead } from '../domain/convert-lead.js';
import type { FirstDeal, LeadConverted } from '../domain/lead.events.js';
import { type Lead, leadDecider } from '../domain/lead.state.js';
import { completeConversion, dealFields } from './complete-conversion.js';
import { enqueueConversion } from './convert-lead-job.js';

/**
 * `ownerId`: null for nobody; left out: the lead's owner, or else the acting rep. The deal's `processId`: default the
 * only process there is.
 */
type Fields = Readonly<{
  ownerId?: string | null | undefined;
  deal: (Omit<FirstDeal, 'dealId' | 'processId'> & Readonly<{ processId: string | null }>) | null;
}>;

type DecisionRefusal = ConvertLeadRefusal | 'FirstDealRefused';
type Refusal = DecisionRefusal | CompleteConversionRefusal;

export class ConvertLeadCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** `defaultProcess` is asked for the id of the process when the deal names none. */
export const decideConvertLead =
  (
    runner: CommandRunner,
    { ownerId: owned, deal }: Fields,
    actor: Actor,
    defaultProcess: () => Promise<string | null>,
  ): Decision<Lead, LeadConverted, DecisionRefusal | 'NotAllowed'> =>
  async (lead, { id }) => {
    // What a request left open was settled when the lead was converted: the same request again still means the same.
    const ownerId = owned === undefined ? defaultOwner(lead, actor) : owned;
    const denied = (await mayWriteLead(runner, actor, lead.ownerId)) ?? (await mayWriteLead(runner, actor, ownerId));
    if (denied) return denied;
    const processId = deal && (deal.processId ?? lead.conversion?.deal?.processId ?? (await defaultProcess()));
    const dealId = uuidv5(`deal of lead ${id}`, ANNALS_NAMESPACE);
    const first = deal && { ...deal, dealId, processId: processId ?? '' };
    const owner = ownerId === null ? null : await runner.state(repDecider, ownerId);
    const outcome = convertLead({ leadId: id, ownerId, deal: first }, lead, owner);
    if (isRejected(outcome) || outcome.length === 0 || first === null) return outcome;
    return (await dealRefused(runner, lead, ownerId, first)) ?? outcome;
  };

const defaultOwner = ({ conversion, ownerId }: Lead, { id, role }: Actor): string | null => {
  if (conversion !== null) return conversion.ownerId;
  return ownerId ?? (role === 'rep' || role === 'manager' ? id : null);
};

/** Null when the deal can be opened once the customer is there: nothing is recorded of a conversion that cannot end. */
const dealRefused = async (
  runner: CommandRunner,
  lead: Lead,
  ownerId: string | null,
  deal: FirstDeal,
): Promise<Rejected<'FirstDealRefused'> | null> => {
  const system: Actor = { id: 'system', role: 'admin' };
  const fields = dealFields(lead.customerId, ownerId, deal);
  const decide = dealDecisions.open(withCustomer(runner, lead), fields, system);
  const outcome = await decide(null, { id: deal.dealId, at: lead.since });
  return isRejected(outcome) ? reject('FirstDealRefused', outcome.detail) : null;
};

/** The runner as it will be when the lead's customer is there. */
const withCustomer = (runner: CommandRunner, { customerId, ownerId, name }: Lead): CommandRunner => {
  const added = { customerId, name, ownerId, industry: null, region: null, source: null, contacts: [] };
  const customer: Customer = { ...added, added, contactsEver: 0 };
  const state = async <S, E extends DomainEvent>(decider: Decider<S, E>, id: string): Promise<S> =>
    decider.category === customerDecider.category && id === customerId ? (customer as S) : runner.state(decider, id);
  return Object.assign(Object.create(runner) as CommandRunner, { state });
};

@CommandHandler(ConvertLeadCommand)
export class ConvertLeadHandler implements ICommandHandler<ConvertLeadCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  async execute({ id, fields, context }: ConvertLeadCommand): Promise<Answer<Refusal>> {
    const defaultProcess = (): Promise<string | null> => soleProcess(this.events, this.readModels, this.reads);
    const decide = decideConvertLead(this.runner, fields, context.actor, defaultProcess);
    const answer = await this.runner.change(leadDecider, id, context, decide);
    if (isRejected(answer)) return answer;
    // Also for a repeated request: the first one may have ended in between.
    await enqueueConversion(this.jobs, id, context.actor.id);
    return completeConversion(this.runner, id, context.actor.id);
  }
}
