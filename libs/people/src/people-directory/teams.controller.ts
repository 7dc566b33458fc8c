import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Team } from '../domain/team.state.js';
import { teamVersions } from './people-directory.projections.js';

@Controller('teams')
export class TeamsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'people', summary: 'Teams as they stood' })
  async listTeams(@Query() query: ListQuery): Promise<object> {
    const at = readAtOf(query);
    const position = await this.readModels.reach([teamVersions], at.after);
    const page = await listVersions(this.store, teamVersions.documents, {
      at,
      range: { index: 'byId' },
      matches: () => true,
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }

  @Get(':id')
  @DocumentedRead({ tag: 'people', summary: 'A team as it stood' })
  async getTeam(@IdParam() id: string, @Query() query: ReadQuery): Promise<object> {
    const at = readAtOf(query);
    const position = await this.readModels.reach([teamVersions], at.after);
    const entry = await this.store.collection(teamVersions.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (version === null) throw notFound(`There is no team ${id} as of ${at.asOf}`);
    return readAnswer(at, position, shown(version));
  }
}

const shown = ({ revision, state: { teamId, name, parentId } }: Version<Team>) => ({
  id: teamId,
  revision: String(revision),
  name,
  parentId,
});
