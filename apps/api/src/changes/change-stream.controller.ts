import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Controller, Get, Headers, Logger, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Position } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import type { ChangeBatch } from '#projections/change-feed.js';
import { LiveChanges } from './live-changes.js';

const HEARTBEAT_MS = 15_000;
/** Who has not read what was sent within this time is taken for gone. */
const STALL_MS = 60_000;
/** Browsers reconnect by themselves, and then show their token anew. */
const LONGEST_MS = 15 * 60_000;
const RECONNECT_MS = 1_000;

class ChangesQuery {
  @Position({ optional: true, description: 'Start behind this position; `Last-Event-ID` goes before it' })
  after?: string;
}

/** Ids of what changed, as server-sent events, each once the read models show it. */
@ApiTags('changes')
@Controller('changes')
export class ChangeStreamController {
  private readonly logger = new Logger('Changes');

  constructor(private readonly changes: LiveChanges) {}

  @Get('stream')
  @ApiOperation({
    summary: 'Server-sent events: `id` is the position, data `{position, stream, recordId, kind, type}`',
    description: 'From now on, or from behind `Last-Event-ID` or `after`. Ends after 15 minutes at most: reconnect.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Position of the last event that was received' })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'An endless stream' })
  async stream(
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query() { after }: ChangesQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (lastEventId !== undefined && !/^\d{1,20}$/.test(lastEventId)) {
      throw badInput([{ path: 'header Last-Event-ID', message: 'must be a position' }]);
    }
    const start = lastEventId ?? after;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    await this.send(reply.raw, start === undefined ? null : BigInt(start));
  }

  /** Writes at the pace at which the client reads: the next batch is fetched once the last one has left. */
  private async send(response: ServerResponse, after: bigint | null): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const heartbeat = setInterval(() => {
      if (!response.writableNeedDrain) response.write(':\n\n');
    }, HEARTBEAT_MS);
    try {
      response.write(`retry: ${RECONNECT_MS}\n\n`);
      const signal = AbortSignal.any([gone.signal, this.changes.stopped, AbortSignal.timeout(LONGEST_MS)]);
      for await (const batch of this.changes.follow(after, signal)) {
        if (response.write(asText(batch))) continue;
        await once(response, 'drain', { signal: AbortSignal.any([signal, AbortSignal.timeout(STALL_MS)]) });
      }
    } catch (error) {
      if (!isAbort(error)) this.logger.error(`A stream of changes broke off: ${error}`);
      response.destroy();
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  }
}

// A block with nothing but an id raises no event; it lets whoever reconnects before the first one miss nothing.
const asText = ({ position, changes }: ChangeBatch): string =>
  changes.length === 0
    ? `id: ${position}\n\n`
    : changes
        .map(
          (change) =>
            `id: ${change.position}\ndata: ${JSON.stringify({ ...change, position: String(change.position) })}\n\n`,
        )
        .join('');

const isAbort = (error: unknown): boolean =>
  error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
