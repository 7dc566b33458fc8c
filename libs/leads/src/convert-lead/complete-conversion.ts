import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { Answer, CommandRunner, Decision } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { customerDecider, customerDecisions } from '#customers/customers.contract.js';
import { dealDecider, dealDecisions } from '#deals/deals.contract.js';
import type { Actor } from '#kernel/actor.js';
import { type Instant, instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { presentOwner } from '#people/depart-rep/present-owner.contract.js';
import { mayWriteLead } from '../access.js';
import { type CompleteConversionRefusal, completeLeadConversion } from '../domain/complete-lead-conversion.js';
import type { FirstDeal, LeadConversionCompleted } from '../domain/lead.events.js';
import { type Lead, leadDecider } from '../domain/lead.state.js';

/**
 * Makes what the lead was converted into: the customer, the deal, and the fact that both are there. Each step is a
 * command with an id of its own that follows from the lead's, so that all may be repeated after a crash anywhere.
 * `by` is who converted the lead.
 */
export const completeConversion = async (
  runner: CommandRunner,
  leadId: string,
  by: string,
): Promise<Answer<CompleteConversionRefusal>> => {
  const { state: lead } = await runner.record(leadDecider, leadId);
  const actor: Actor = { id: 'system', role: 'admin', onBehalfOf: by };
  if (lead?.conversion && !lead.conversion.completed) {
    const { deal } = lead.conversion;
    // Who it was converted for may have left since: the handover knows nothing of what is still to be made.
    const ownerId = await presentOwner(runner, lead.conversion.ownerId);
    await addCustomer(runner, { ...lead, ownerId }, contextOf(leadId, 'customer', actor, lead.since));
    if (deal !== null) {
      const decide = dealDecisions.open(runner, dealFields(lead.customerId, ownerId, deal), actor);
      const context = contextOf(leadId, 'deal', actor, lead.since);
      accepted(leadId, await runner.create(dealDecider, deal.dealId, context, decide));
    }
  }
  return runner.change(leadDecider, leadId, contextOf(leadId, 'completed', actor), (converted) =>
    completeLeadConversion({ leadId }, converted),
  );
};

/** Notes that the customer and the deal are there, of which it makes nothing: they come from elsewhere. */
export const decideCompleteConversion =
  (
    runner: CommandRunner,
    actor: Actor,
  ): Decision<Lead, LeadConversionCompleted, CompleteConversionRefusal | 'NotAllowed'> =>
  async (lead, { id }) =>
    (await mayWriteLead(runner, actor, lead.ownerId)) ?? completeLeadConversion({ leadId: id }, lead);

export const dealFields = (customerId: string, ownerId: string | null, deal: FirstDeal) => {
  const { dealId: _, ...fields } = deal;
  return { ...fields, customerId, ownerId };
};

const addCustomer = async (runner: CommandRunner, lead: Lead, context: CommandContext): Promise<void> => {
  const { customerId, ownerId, name, company, email, phone, source } = lead;
  const contacts = [{ id: 'contact-1', name, email, phone, title: null }];
  const fields = { name: company ?? name, ownerId, industry: null, region: null, source, contacts };
  const decide = customerDecisions.add(runner, fields, context.actor);
  accepted(lead.leadId, await runner.create(customerDecider, customerId, context, decide));
};

const accepted = (leadId: string, answer: Answer<string>): void => {
  if (isRejected(answer)) throw new Error(`The conversion of ${leadId} cannot be completed: ${answer.detail}`);
};

const contextOf = (leadId: string, step: string, actor: Actor, occurredAt?: Instant): CommandContext => {
  const commandId = uuidv5(`conversion of lead ${leadId}: ${step}`, ANNALS_NAMESPACE);
  return {
    commandId,
    actor,
    now: instantOf(Date.now()),
    ...(occurredAt !== undefined && { occurredAt }),
    source: 'job',
    correlationId: uuidv5(`conversion of lead ${leadId}`, ANNALS_NAMESPACE),
  };
};
