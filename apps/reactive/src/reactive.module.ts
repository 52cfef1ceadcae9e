import { HealthModule, type ReadinessCheck } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AnswerQuoteController } from './answer-quote/answer-quote.controller.js';
import { AnswerQuoteHandler } from './answer-quote/answer-quote.handler.js';
import type { Reactive } from './assemble.js';
import { IssuePolicyController } from './issue-policy/issue-policy.controller.js';
import { IssuePolicyHandler } from './issue-policy/issue-policy.handler.js';
import { PARTNERS_STATUS, PartnersStatusController } from './status/partners-status.controller.js';

@Module({})
export class ReactiveModule {
  /** The entrances of the service: events by queue, health checks and the partners' status by HTTP. */
  static register(
    { answerQuote, issuePolicy, status }: Pick<Reactive, 'answerQuote' | 'issuePolicy' | 'status'>,
    readiness: readonly ReadinessCheck[],
  ): DynamicModule {
    return {
      module: ReactiveModule,
      imports: [HealthModule.register(readiness)],
      controllers: [AnswerQuoteController, IssuePolicyController, PartnersStatusController],
      providers: [
        { provide: AnswerQuoteHandler, useValue: answerQuote },
        { provide: IssuePolicyHandler, useValue: issuePolicy },
        { provide: PARTNERS_STATUS, useValue: status },
      ],
    };
  }
}
