import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#commands/command-context.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { Context } from '#http/command-context.param.js';
import { At, FieldValues, Nested, Position, Text } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import type { Instant } from '#kernel/instant.js';
import type { AnyProjection } from '#projections/projection.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { isFaulty, onBothAxes, type ParameterFault } from '../questions/question.js';
import { questions } from '../questions/questions.js';
import type { Column, Row } from '../replay/replay-task.js';
import { mayReplay, PROJECTIONS } from '../replays/replay-desk.js';
import { comparedColumns } from './compared.js';
import { comparing } from './comparing.js';
import { ScenarioBody, scenarioOf } from './scenario.body.js';
import { unknownIds } from './unknown-ids.js';

class WhatIfBody {
  @Text({ max: 64, description: 'board, forecast, performance, leaderboard, landing, or another question of replays' })
  question!: string;

  @FieldValues({ optional: true, description: "The question's own parameters" })
  parameters?: Readonly<Record<string, unknown>> | null;

  @Nested(() => ScenarioBody)
  scenario!: ScenarioBody;

  @At({ optional: true, description: 'What was true then. Default: now' })
  asOf?: Instant;

  @At({ optional: true, description: 'As recorded by then. Default: now' })
  knownAt?: Instant;

  @Position({ optional: true, description: 'Position of a write that the answer must contain: waits at most 5 s' })
  after?: string;
}

type WhatIf = Readonly<{
  asOf: Instant;
  knownAt: Instant;
  position: string;
  columns: readonly Column[];
  /** By the names of the columns. */
  rows: readonly Row[];
}>;

/** Asks a question of the same history under other assumptions. Nothing is written: it is a read with a body. */
@ApiTags('replays')
@Controller('what-ifs')
export class WhatIfsController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(READ_STORE) private readonly reads: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PROJECTIONS) private readonly projections: readonly AnyProjection[],
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'A question as of an instant: what was, what would have been, and the difference',
    description: 'Each measure of the question comes thrice: `weightedWas`, `weightedWhatIf`, `weightedDifference`',
  })
  @ApiResponse({ status: 400, description: 'BadInput, also for a process, stage or rep that there never was' })
  @ApiResponse({ status: 403, description: 'NotAllowed: it takes an analyst, a manager or an admin' })
  async ask(@Body() body: WhatIfBody, @Context() { actor, now }: CommandContext): Promise<WhatIf> {
    mayReplay(actor);
    const faults: ParameterFault[] = [];
    const scenario = scenarioOf(body.scenario, faults);
    const question = questions.find(({ name }) => name === body.question);
    if (!question) {
      const names = questions.map(({ name }) => name).join(', ');
      throw badInput([...faults, { path: 'question', message: `must be one of ${names}` }]);
    }
    const ask = question.asking(body.parameters ?? {}, onBothAxes(now), this.settings);
    if (isFaulty(ask)) throw badInput([...faults, ...ask.faults]);
    if (faults.length > 0) throw badInput(faults);
    const at = readAtOf(body);
    const position = await this.readModels.reach(this.projections, at.after);
    const unknown = await unknownIds(scenario, this.readModels);
    if (unknown.length > 0) throw badInput(unknown);
    const { readModels, figures, reads, settings } = this;
    const rows = await comparing(question, ask, scenario, { readModels, figures, reads, settings })(at);
    return readAnswer(at, position, { columns: comparedColumns(question), rows });
  }
}
