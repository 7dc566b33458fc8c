import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from '#config/settings.js';

/** JSON lines on stderr: stdout carries only what a person or a supervisor waits for. */
export const createLogger = (level: LogLevel): Logger => pino({ level, base: null }, destination(2));
