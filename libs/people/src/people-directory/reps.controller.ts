import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { ReadableRep } from '../domain/rep.state.js';
import { presenceOf, repVersions } from './people-directory.projections.js';

class RepsQuery extends ListQuery {
  @Id({ optional: true })
  teamId?: string;
}

@Controller('reps')
export class RepsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'people', summary: 'Reps as they stood' })
  async listReps(@Query() query: RepsQuery) {
    const at = readAtOf(query);
    const { teamId } = query;
    const position = await this.readModels.reach([repVersions], at.after);
    const page = await listVersions(this.store, repVersions.documents, {
      at,
      range: teamId === undefined ? { index: 'byId' } : { index: 'byTeam', equals: { teamId } },
      matches: (rep) => teamId === undefined || rep.teamId === teamId,
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }

  @Get(':id')
  @DocumentedRead({ tag: 'people', summary: 'A rep as they stood' })
  async getRep(@IdParam() id: string, @Query() query: ReadQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([repVersions], at.after);
    const entry = await this.store.collection(repVersions.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (version === null) throw notFound(`There is no rep ${id} as of ${at.asOf}`);
    const tokens = version.state.tokens.map(({ tokenId, expiresAt, revoked }) => ({ id: tokenId, expiresAt, revoked }));
    return readAnswer(at, position, { ...shown(version), tokens });
  }
}

const shown = ({ revision, state }: Version<ReadableRep>) => ({
  id: state.repId,
  revision: String(revision),
  name: state.name,
  email: state.email,
  teamId: state.teamId,
  role: state.role,
  region: state.region,
  hiredOn: state.hiredOn,
  departedOn: state.departure?.on ?? null,
  presence: presenceOf(state),
});
