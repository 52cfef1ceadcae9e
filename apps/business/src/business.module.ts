import { CallSigner, HealthModule, type ReadinessCheck } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessTokens } from './access/access-tokens.js';
import { ConditionalReads } from './read-quotes/conditional-reads.js';
import { ReadQuotesController } from './read-quotes/read-quotes.controller.js';
import { ReceiveAnswersController } from './receive-answers/receive-answers.controller.js';
import { ReceiveAnswersHandler } from './receive-answers/receive-answers.handler.js';
import { RequestQuoteController } from './request-quote/request-quote.controller.js';
import { RequestQuoteHandler } from './request-quote/request-quote.handler.js';

/** What the controllers need. */
export interface Capabilities {
  readonly signer: CallSigner;
  readonly tokens: AccessTokens;
  readonly requestQuote: RequestQuoteHandler;
  readonly conditionalReads: ConditionalReads;
  readonly receiveAnswers: ReceiveAnswersHandler;
}

@Module({ controllers: [RequestQuoteController, ReadQuotesController, ReceiveAnswersController] })
export class BusinessModule {
  static register(capabilities: Capabilities, readiness: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: BusinessModule,
      imports: [HealthModule.register(readiness)],
      providers: [
        { provide: CallSigner, useValue: capabilities.signer },
        { provide: AccessTokens, useValue: capabilities.tokens },
        { provide: RequestQuoteHandler, useValue: capabilities.requestQuote },
        { provide: ConditionalReads, useValue: capabilities.conditionalReads },
        { provide: ReceiveAnswersHandler, useValue: capabilities.receiveAnswers },
      ],
    };
  }
}
