import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from '#config/settings.js';

/** JSON lines on stderr: stdout carries only what a person or a supervisor waits for. */
export const createLogger = (level: LogLevel): Logger => pino({ level, base: null }, destination(2));

/** Lets Nest write to our log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1) }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
}
