import { quoteRequested } from '@app/contracts';
import type { MessageOutcome } from '@app/ports';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { AnswerQuoteHandler } from './answer-quote.handler.js';

/** The entrance for events from a partner's queue. */
@Controller()
export class AnswerQuoteController {
  constructor(private readonly handler: AnswerQuoteHandler) {}

  @EventPattern<string>(quoteRequested.type)
  requested(@Payload() event: unknown): Promise<MessageOutcome> {
    return this.handler.handle(event);
  }
}
