import { HealthModule, type ReadinessCheck } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AnswerQuoteController } from './answer-quote/answer-quote.controller.js';
import { AnswerQuoteHandler } from './answer-quote/answer-quote.handler.js';

@Module({})
export class ReactiveModule {
  /** The entrances of the service: events by queue, health checks by HTTP. */
  static register(answerQuote: AnswerQuoteHandler, readiness: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: ReactiveModule,
      imports: [HealthModule.register(readiness)],
      controllers: [AnswerQuoteController],
      providers: [{ provide: AnswerQuoteHandler, useValue: answerQuote }],
    };
  }
}
