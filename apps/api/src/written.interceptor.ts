import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Written } from '#http/answer.js';

/** Gives the answer of every write its ETag. */
@Injectable()
export class WrittenInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((value: unknown) => {
        if (!(value instanceof Written)) return value;
        const { id, revision, position, more } = value;
        void context.switchToHttp().getResponse<FastifyReply>().header('etag', `"${revision}"`);
        return { id, revision, position, ...more };
      }),
    );
  }
}
