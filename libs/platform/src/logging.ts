import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines on standard error. Log by allow-list: name the fields, never pass a request, an event or a partner's body,
 * so that nothing of classes C and S can get in.
 */
export const createLogger = (service: string, level: string): Logger =>
  pino({ level, base: { service, pid: process.pid } }, pino.destination({ fd: 2, sync: false }));

/** Nest's own messages in the same log. Its start-up chatter is worth reading only when something is wrong. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1) }, message instanceof Error ? message.stack : String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
