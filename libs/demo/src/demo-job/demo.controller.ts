import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#commands/command-context.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { Context } from '#http/command-context.param.js';
import { notAllowed, ProblemException } from '#http/problem.js';
import { JOBS, type JobProgress, type Jobs } from '#jobs/jobs.js';
import { mustBe } from '#people/access.contract.js';
import { demoOn, NotEmpty } from '../make-demo.js';
import { DEMO_JOB_ID, enqueueDemo, standardDemo } from './demo-job.js';

type DemoStatus = Readonly<{
  /** `offered`: the log is empty; `refused`: it holds something that is no such demo. */
  state: 'offered' | 'refused' | 'making' | 'completed' | 'failed';
  progress: JobProgress | null;
  error: string | null;
}>;

/** A sales organisation to look around in, for a log that holds nothing yet. It is a job, until its events are facts. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Make the demo organisation, in the background; the same request again goes on with it' })
  @ApiResponse({ status: 202, description: 'How far it is' })
  @ApiResponse({ status: 403, description: 'NotAllowed: it takes an admin' })
  @ApiResponse({ status: 409, description: 'LogNotEmpty: the log holds something else' })
  async startDemo(@Context() { actor }: CommandContext): Promise<DemoStatus> {
    const denied = mustBe(actor);
    if (denied) throw notAllowed(denied.detail);
    const refused = await this.refusal();
    if (refused !== null) throw new ProblemException(409, 'LogNotEmpty', 'The log is not empty', refused);
    await enqueueDemo(this.jobs);
    return this.demoStatus();
  }

  @Get()
  @ApiOperation({ summary: 'Whether the demo can be made, and how far it is' })
  async demoStatus(): Promise<DemoStatus> {
    const job = await this.jobs.status(DEMO_JOB_ID);
    if (job === null) {
      return { state: (await this.refusal()) === null ? 'offered' : 'refused', progress: null, error: null };
    }
    const state = job.state === 'done' ? 'completed' : job.state === 'failed' ? 'failed' : 'making';
    return { state, progress: job.progress, error: job.error };
  }

  /** Why the demo cannot be made on this log; null: it can. */
  private async refusal(): Promise<string | null> {
    try {
      await demoOn(this.events, standardDemo(this.settings), new Date().toISOString().slice(0, 10));
      return null;
    } catch (error) {
      if (error instanceof NotEmpty) return error.message;
      throw error;
    }
  }
}
