import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, OneOf, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Lead, LeadStatus } from '../domain/lead.state.js';
import { leadRange, meets } from './lead-list.js';
import { leadVersions } from './lead-versions.projection.js';

class LeadsQuery extends ListQuery {
  @OneOf(['new', 'qualified', 'disqualified', 'converted'] satisfies LeadStatus[], { optional: true })
  status?: LeadStatus;

  @Id({ optional: true })
  ownerId?: string;
}

@Controller('leads')
export class LeadVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'leads', summary: 'Leads as they stood' })
  async listLeads(@Query() query: LeadsQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([leadVersions], at.after);
    const page = await listVersions(this.store, leadVersions.documents, {
      at,
      range: leadRange(query),
      matches: meets(query),
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }

  @Get(':id')
  @DocumentedRead({ tag: 'leads', summary: 'A lead as it stood' })
  async getLead(@IdParam() id: string, @Query() query: ReadQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([leadVersions], at.after);
    const entry = await this.store.collection(leadVersions.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (version === null) throw notFound(`There is no lead ${id} as of ${at.asOf}`);
    return readAnswer(at, position, shown(version));
  }
}

/** `customerId` and `dealId` are what it was converted into. */
const shown = ({ revision, state }: Version<Lead>) => {
  const { leadId: id, name, company, email, phone, source, ownerId, status, since, disqualifiedReason } = state;
  return {
    ...{ id, revision: String(revision), name, company, email, phone, source, ownerId, status, since },
    disqualifiedReason,
    customerId: state.conversion === null ? null : state.customerId,
    dealId: state.conversion?.deal?.dealId ?? null,
  };
};
