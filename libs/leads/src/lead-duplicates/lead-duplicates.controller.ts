import { Controller, Get, Inject, Query } from '@nestjs/common';
import { duplicateProjections, likelyDuplicates } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { ReadModels } from '#projections/read-models.js';
import { stateAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { leadVersions } from '../lead-versions/lead-versions.projection.js';

@Controller('leads')
export class LeadDuplicatesController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get(':id/duplicates')
  @DocumentedRead({
    tag: 'leads',
    summary: 'The ten customers who are likeliest the same as the one that the lead would become, and in what',
  })
  async getLeadDuplicates(@IdParam() id: string, @Query() query: ReadQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([leadVersions, ...duplicateProjections], at.after);
    const entry = await this.store.collection(leadVersions.documents).get(id);
    const lead = stateAt(entry?.doc, at.asOf, at.knownAt);
    if (lead === null) throw notFound(`There is no lead ${id} as of ${at.asOf}`);
    const { name, company, email, phone, customerId } = lead;
    const identity = { name: company ?? name, contacts: [{ email, phone }] };
    return readAnswer(at, position, { items: await likelyDuplicates(this.readModels, identity, at, customerId) });
  }
}
