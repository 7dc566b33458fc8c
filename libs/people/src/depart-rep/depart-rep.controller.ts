import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Day, Decimal, Id, ListOf, OneOf, Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import type { CalendarDate } from '#kernel/instant.js';
import { repProblems } from '../people.problems.js';
import { DepartRepCommand } from './depart-rep.handler.js';
import { SUCCESSOR_RULES, type SuccessorRule } from './successors.js';

class SuccessorFields {
  @Id()
  ownerId!: string;

  @Decimal({ optional: true, min: 0, max: 1_000_000, description: 'Of the sum of all shares. Default: 1' })
  share?: number | null;
}

class DepartRepBody extends WriteBody {
  @Day({ description: 'The last day by contract' })
  on!: CalendarDate;

  @ListOf(() => SuccessorFields, { optional: true, description: 'Who takes over: either these', max: 100 })
  successors?: SuccessorFields[] | null;

  @OneOf(SUCCESSOR_RULES, { optional: true, description: "or the managers, or the other reps, of the leaver's team" })
  rule?: SuccessorRule | null;

  @Text({ optional: true, max: 2000 })
  reason?: string | null;
}

@Controller('reps')
export class DepartRepController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/depart')
  @DocumentedWrite({
    tag: 'people',
    summary: 'Let a rep depart: what they own goes to their successors, in the background',
    status: 200,
    refusals: repProblems,
  })
  async departRep(
    @IdParam() id: string,
    @Body() body: DepartRepBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const { on, reason = null } = body;
    const fields = { on, reason, successors: successorsOf(body) };
    return answer(await this.commands.execute(new DepartRepCommand(id, fields, context)), repProblems);
  }
}

const successorsOf = ({ successors, rule }: DepartRepBody) => {
  const named = successors ?? null;
  const byRule = rule ?? null;
  if (byRule !== null && named === null) return byRule;
  if (named !== null && byRule === null) {
    return named.map(({ ownerId, share }) => ({ ownerId, ...(typeof share === 'number' && { share }) }));
  }
  throw badInput([{ path: 'successors', message: 'either successors or rule must be given, and not both' }]);
};
