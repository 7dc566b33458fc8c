import { Controller, Get, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { VersionReads } from '#http/version-reads.js';
import type { Version } from '#projections/versions.js';
import type { Team } from '../domain/team.state.js';
import { teamVersions } from './people-directory.projections.js';

@Controller('teams')
export class TeamsController {
  constructor(private readonly reads: VersionReads) {}

  @Get()
  @DocumentedRead({ tag: 'people', summary: 'Teams as they stood' })
  listTeams(@Query() query: ListQuery) {
    return this.reads.list(teamVersions, query, shown);
  }

  @Get(':id')
  @DocumentedRead({ tag: 'people', summary: 'A team as it stood' })
  getTeam(@IdParam() id: string, @Query() query: ReadQuery) {
    return this.reads.one(teamVersions, id, query, shown);
  }
}

const shown = ({ revision, state: { teamId, name, parentId } }: Version<Team>) => ({
  id: teamId,
  revision: String(revision),
  name,
  parentId,
});
