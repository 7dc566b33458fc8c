import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { DocumentedRead } from '#http/documented.js';
import { Id, ReadQuery, Whole } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import { type Board, PipelineBoardQuery } from './pipeline-board.query.js';

class BoardParameters extends ReadQuery {
  @Id({ optional: true, description: 'Only deals of this rep' })
  owner?: string;

  @Id({ optional: true, description: 'Only deals of this team and those below it' })
  team?: string;

  @Type(() => Number)
  @Whole({ optional: true, max: 5000, description: 'With the so many largest deals of each stage' })
  cards?: number;
}

@Controller('pipelines')
export class PipelineBoardController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':processId')
  @DocumentedRead({ tag: 'pipeline', summary: 'Open deals by stage: count, amount, weighted' })
  board(@IdParam('processId') processId: string, @Query() query: BoardParameters): Promise<Board> {
    const { owner, team, cards } = query;
    const filter = {
      ...(owner != null && { ownerId: owner }),
      ...(team != null && { teamId: team }),
      ...(cards != null && { cards }),
    };
    return this.queries.execute(new PipelineBoardQuery(processId, readAtOf(query), filter));
  }
}
