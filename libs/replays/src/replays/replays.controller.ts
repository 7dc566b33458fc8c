import { open } from 'node:fs/promises';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#commands/command-context.js';
import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { Context } from '#http/command-context.param.js';
import { OneOf } from '#http/fields.js';
import { badInput, notFound } from '#http/problem.js';
import { FORMATS, type Format, ReplayFolder } from '../replay/replay-folder.js';
import { ReplayBody, replayRequestOf } from './replay.body.js';
import { mayReplay, ReplayDesk, type ReplayStatus, stillUnderWay } from './replay-desk.js';

class ResultQuery {
  @OneOf(FORMATS, { optional: true, description: 'Default: csv' })
  format?: Format;
}

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

/**
 * Replays for analysts, managers and admins. A replay is no fact: it is a job, and then files, until it is deleted, or
 * thirty days old. Its id is a UUID of ours, so that it can name a folder.
 */
@ApiTags('replays')
@ApiResponse({
  status: 403,
  description: 'NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it',
})
@Controller('replays')
export class ReplaysController {
  constructor(
    private readonly desk: ReplayDesk,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask a question as of many instants, or fold a read model anew, in the background' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key again: the same replay' })
  @ApiResponse({ status: 202, description: '`id`, for `GET /api/replays/{id}`' })
  @ApiResponse({ status: 400, description: 'BadInput' })
  async startReplay(@Body() body: ReplayBody, @Context() context: CommandContext): Promise<Readonly<{ id: string }>> {
    mayReplay(context.actor);
    const { timeZone } = await companyKnownAt(this.desk.readModels, this.settings, context.now);
    const request = replayRequestOf(body, timeZone, context.now);
    if ('faults' in request) throw badInput(request.faults);
    return this.desk.order(request, context);
  }

  @Get()
  @ApiOperation({ summary: 'The replays that are there, newest first' })
  async listReplays(@Context() { actor }: CommandContext): Promise<Readonly<{ items: readonly ReplayStatus[] }>> {
    mayReplay(actor);
    return { items: await this.desk.all() };
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a replay is', description: '`state`: running, completed, failed, cancelled' })
  @ApiResponse({ status: 404, description: 'NotFound: never ordered, or deleted' })
  getReplay(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<ReplayStatus> {
    mayReplay(actor);
    return this.desk.status(id);
  }

  @Get(':id/result')
  @ApiOperation({ summary: 'The rows of a completed replay' })
  @ApiProduces('text/csv', 'application/x-ndjson', 'application/vnd.apache.parquet')
  @ApiResponse({ status: 404, description: 'NotFound: no such replay, or it is not completed' })
  async getResult(
    @Param('id') id: string,
    @Query() { format = 'csv' }: ResultQuery,
    @Context() { actor }: CommandContext,
  ): Promise<StreamableFile> {
    mayReplay(actor);
    const { state, request } = await this.desk.status(id);
    this.desk.assertReadable(request, actor);
    if (state !== 'completed') throw notFound(`The replay is ${state}: it has no result`);
    const file = await open(new ReplayFolder(this.settings, id).result(format));
    const { size } = await file.stat();
    return new StreamableFile(file.createReadStream(), {
      type: TYPES[format],
      disposition: `attachment; filename="replay-${id}.${format}"`,
      length: size,
    });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop a replay at its next page; one that is over stays as it is' })
  @ApiResponse({ status: 404, description: 'NotFound: never ordered, or deleted' })
  async cancelReplay(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<ReplayStatus> {
    mayReplay(actor);
    const { state } = await this.desk.status(id);
    if (state === 'running' || state === 'failed') await new ReplayFolder(this.settings, id).cancel();
    return this.desk.status(id);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Have a cancelled or failed replay go on where it stood; any other stays as it is' })
  @ApiResponse({ status: 404, description: 'NotFound: never ordered, or deleted' })
  @ApiResponse({ status: 409, description: 'ReplayUnderWay: it was cancelled just now, and is at its last page still' })
  resumeReplay(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<ReplayStatus> {
    mayReplay(actor);
    return this.desk.resume(id, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a replay and its result' })
  @ApiResponse({ status: 404, description: 'NotFound: never ordered, or deleted' })
  @ApiResponse({ status: 409, description: 'The replay is still under way' })
  async deleteReplay(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<void> {
    mayReplay(actor);
    const { state } = await this.desk.status(id);
    if (state === 'running') throw stillUnderWay(`Cancel ${id} first`);
    await new ReplayFolder(this.settings, id).remove();
  }
}
