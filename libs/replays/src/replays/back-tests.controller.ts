import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#commands/command-context.js';
import type { MethodScore } from '#forecast-methods/back-test/back-test.contract.js';
import { SEGMENTS, type Segment } from '#forecast-methods/back-test/back-test.contract.js';
import { Context } from '#http/command-context.param.js';
import { Day, OneOf, Whole } from '#http/fields.js';
import { notFound } from '#http/problem.js';
import type { PeriodUnit } from '#kernel/period.js';
import { type Series, WEEKDAYS, type Weekday } from '../domain/series.js';
import { backTestQuestion } from '../questions/back-test.question.js';
import { backTestScores } from '../replay/back-test-scores.contract.js';
import { mayReplay, ReplayDesk, type ReplayStatus } from './replay-desk.js';

class BackTestBody {
  @Day({ description: 'The first day on which forecasts are made anew' })
  from!: string;

  @Day({ optional: true, description: 'The last such day. Default: today' })
  to?: string | null;

  @OneOf(['day', 'week', 'month'], { optional: true, description: 'Default: month' })
  every?: Series['every'] | null;

  @OneOf(WEEKDAYS, { optional: true, description: 'The day of the week. Default: monday' })
  on?: Weekday | null;

  @OneOf(['then', 'now'], {
    optional: true,
    description: 'then: what was recorded by each day; now: for history that was imported later. Default: then',
  })
  knownAt?: 'then' | 'now' | null;

  @OneOf(['month', 'quarter', 'year'], { optional: true, description: 'What is forecast. Default: quarter' })
  by?: PeriodUnit | null;

  @Day({ optional: true, description: 'Only periods that are over by this day count. Default: today' })
  until?: string | null;

  @Whole({ optional: true, min: 1, max: 12, description: 'How many periods, from the one under way. Default: 2' })
  periods?: number | null;

  @OneOf(SEGMENTS, { optional: true, description: 'By what deals are told apart when learning. Default: size' })
  segment?: Segment | null;
}

type BackTest = Omit<ReplayStatus, 'summary'> & Readonly<{ summary: readonly MethodScore[] | null }>;

/** Back-tests are replays of one question; here they have a form and an answer of their own. */
@ApiTags('forecast methods')
@ApiResponse({ status: 403, description: 'NotAllowed: it takes an analyst, a manager or an admin' })
@Controller('back-tests')
export class BackTestsController {
  constructor(private readonly desk: ReplayDesk) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Make the forecasts of every method anew at past days, and score them by what came' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key again: the same back-test' })
  @ApiResponse({ status: 202, description: '`id`, for `GET /api/back-tests/{id}`' })
  @ApiResponse({ status: 400, description: 'BadInput' })
  startBackTest(@Body() body: BackTestBody, @Context() context: CommandContext): Promise<Readonly<{ id: string }>> {
    mayReplay(context.actor);
    const { from, to, every, on, knownAt, by, periods, segment, until } = body;
    return this.desk.order(
      {
        kind: 'series',
        question: backTestQuestion.name,
        series: { every: every ?? 'month', on: on ?? 'monday', from, to: to ?? context.now.slice(0, 10) },
        knownAt: knownAt ?? 'then',
        parameters: { by: by ?? 'quarter', periods: periods ?? 2, segment: segment ?? 'size', until: until ?? null },
        scenario: null,
      },
      context,
    );
  }

  @Get(':id')
  @ApiOperation({
    summary: 'How good each method was',
    description: '`summary`: per method, over all horizons and by horizon in months, accuracy, bias and error',
  })
  @ApiResponse({ status: 404, description: 'NotFound: never ordered, or deleted' })
  async getBackTest(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<BackTest> {
    mayReplay(actor);
    const status = await this.desk.status(id);
    const { request } = status;
    if (request.kind !== 'series' || request.question !== backTestQuestion.name) {
      throw notFound(`The replay ${id} is no back-test`);
    }
    return { ...status, summary: await backTestScores(this.desk.settings, id) };
  }
}
