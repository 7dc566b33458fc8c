import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery, Text } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { ReadModels } from '#projections/read-models.js';
import { stateAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { customerVersions } from '../customer-versions/customer-versions.projection.js';
import { duplicateProjections, type Identity, likelyDuplicates } from './customer-duplicates.contract.js';

class CustomerDuplicatesQuery extends ReadQuery {
  @Text({ optional: true, description: 'Of the customer: case, accents, punctuation and legal form do not count' })
  name?: string;

  @Text({ optional: true, description: 'Of a contact' })
  email?: string;

  @Text({ optional: true, max: 50, description: 'Of a contact' })
  phone?: string;
}

@Controller()
export class CustomerDuplicatesController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get('customer-duplicates')
  @DocumentedRead({
    tag: 'customers',
    summary:
      'The ten customers who are likeliest the same as one who is to be added, and in what; a warning, no refusal',
  })
  findCustomerDuplicates(@Query() query: CustomerDuplicatesQuery) {
    const { name = null, email = null, phone = null } = query;
    return this.answer({ name, contacts: [{ email, phone }] }, query);
  }

  @Get('customers/:id/duplicates')
  @DocumentedRead({
    tag: 'customers',
    summary: 'The ten customers who are likeliest the same as this one, and in what',
  })
  async getCustomerDuplicates(@IdParam() id: string, @Query() query: ReadQuery) {
    const { asOf, knownAt, after } = readAtOf(query);
    await this.readModels.reach(duplicateProjections, after);
    const entry = await this.store.collection(customerVersions.documents).get(id);
    const customer = stateAt(entry?.doc, asOf, knownAt);
    if (customer === null) throw notFound(`There is no customer ${id} as of ${asOf}`);
    return this.answer(customer, query, id);
  }

  private async answer(identity: Identity, query: ReadQuery, except?: string) {
    const at = readAtOf(query);
    const position = await this.readModels.reach(duplicateProjections, at.after);
    return readAnswer(at, position, { items: await likelyDuplicates(this.readModels, identity, at, except) });
  }
}
