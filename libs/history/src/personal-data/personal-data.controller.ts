import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { customerProjections, customersAt } from '#customers/customer-versions/customers-at.contract.js';
import { mergedCustomerProjections, withMerged } from '#customers/customer-versions/merged-customers.contract.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notAllowed, notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { mayWrite } from '#people/access.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { customerTimeline } from '../customer-timeline/customer-timeline.projection.js';
import { personalFacts } from './personal-facts.js';

@Controller('customers/:id')
export class PersonalDataController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly runner: CommandRunner,
    private readonly registry: EventRegistry,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  @Get('personal-data')
  @DocumentedRead({
    tag: 'customers',
    summary: 'Everything personal that is held on a customer, for their owner or an admin to hand over',
  })
  async getPersonalData(@IdParam() id: string, @Query() query: ReadQuery, @Context() { actor }: CommandContext) {
    const at = readAtOf(query);
    const position = await this.readModels.reach(
      [customerTimeline, ...customerProjections, ...mergedCustomerProjections],
      at.after,
    );
    const customer = (await customersAt(this.readModels, at.asOf, at.knownAt))(id);
    if (!customer) throw notFound(`There is no customer ${id} as of ${at.asOf}`);
    const denied = await mayWrite(this.runner, actor, customer.ownerId);
    if (denied) throw notAllowed(denied.detail);
    const { name, ownerId, industry, region, source, contacts, erasure = null } = customer;
    const ids = await withMerged(this.store, id, at);
    const { store: reads, events, registry } = this;
    const sources = { reads, events, registry };
    const facts = (await Promise.all(ids.map((one) => personalFacts(sources, registry.deciders, one, at)))).flat();
    return readAnswer(at, position, {
      id,
      ...{ name, ownerId, industry, region, source, contacts, erasure },
      facts: facts.filter(({ activityId }) => activityId === null),
      activities: facts.filter(({ activityId }) => activityId !== null),
    });
  }
}
