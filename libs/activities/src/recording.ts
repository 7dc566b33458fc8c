import type { CommandRunner } from '#commands/command-runner.js';
import { customerDecider } from '#customers/customers.contract.js';
import { survivorOf } from '#customers/merge-customer/survivor.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import type { Actor } from '#kernel/actor.js';
import type { Rejected } from '#kernel/outcome.js';
import { mayWrite } from '#people/access.contract.js';
import { type Rep, repDecider } from '#people/people.contract.js';
import type { About } from './domain/activity.events.js';
import { type ReferenceRefusal, refuseReferences } from './domain/references.js';

/**
 * What recording an activity takes, whatever its kind: the right to write for its rep, and what it names on record. An
 * activity about a deal is about the deal's customer too, and about no other.
 */
export const mayRecord = async (
  runner: CommandRunner,
  actor: Actor,
  about: Pick<About, 'repId' | 'customerId' | 'dealId'>,
): Promise<{
  refused: Rejected<ReferenceRefusal | 'NotAllowed'> | null;
  rep: Rep | null;
  customerId: string | null;
}> => {
  const [denied, rep, customer, deal] = await Promise.all([
    mayWrite(runner, actor, about.repId),
    runner.state(repDecider, about.repId),
    about.customerId === null ? null : runner.state(customerDecider, about.customerId),
    about.dealId === null ? null : runner.state(dealDecider, about.dealId),
  ]);
  const customerId = about.customerId ?? deal?.customerId ?? null;
  const isOfCustomer = deal !== null && (await areOne(runner, deal.customerId, about.customerId));
  const referred = { rep, customer, deal: deal && { isOfCustomer } };
  return { refused: denied ?? refuseReferences(about, referred), rep, customerId };
};

const areOne = async (runner: CommandRunner, a: string, b: string | null): Promise<boolean> =>
  a === b || (b !== null && (await survivorOf(runner, a)) === (await survivorOf(runner, b)));
