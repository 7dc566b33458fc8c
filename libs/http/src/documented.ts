import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { ProblemMap } from './problem.js';

/** What every write answers. */
class WrittenAnswer {
  @ApiProperty({ description: 'Id of the record' })
  id!: string;
  @ApiProperty({ description: 'Revision of the record after the write, for If-Match' })
  revision!: string;
  @ApiProperty({ description: 'Place in the log, for `?after=`' })
  position!: string;
}

type Write = Readonly<{ summary: string; status?: 200 | 201; refusals: ProblemMap<string>; tag: string }>;

/** Documents a write route and sets its status: 201 when it creates a record (the default), 200 when it changes one. */
export const DocumentedWrite = ({ summary, status = 201, refusals, tag }: Write): MethodDecorator =>
  applyDecorators(
    ApiTags(tag),
    ApiOperation({ summary }),
    HttpCode(status),
    ApiHeader({ name: 'If-Match', required: false, description: 'Revision that the caller has seen; stale: 412' }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key and body again: the same answer',
    }),
    ApiResponse({ status, type: WrittenAnswer }),
    ApiResponse({ status: 400, description: 'BadInput' }),
    ApiResponse({ status: 403, description: 'NotAllowed' }),
    ApiResponse({ status: 409, description: [...Object.keys(refusals), 'StreamUnreadable'].join(', ') }),
    ApiResponse({ status: 412, description: 'StaleRevision' }),
  );

/** Documents a read route. */
export const DocumentedRead = ({ summary, tag }: Readonly<{ summary: string; tag: string }>): MethodDecorator =>
  applyDecorators(
    ApiTags(tag),
    ApiOperation({ summary }),
    ApiResponse({ status: 200, description: 'Names `asOf`, `knownAt` and the `position` that it was read at' }),
    ApiResponse({ status: 503, description: 'ReadModelBehind: not yet at `after`' }),
  );
