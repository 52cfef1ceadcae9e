import { CallSigner, HealthModule, type ReadinessCheck } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessTokens } from './access/access-tokens.js';
import { DescribeApiController } from './describe-api/describe-api.controller.js';
import { ListPartnersHandler } from './operate-partners/list-partners.handler.js';
import { OperatePartnersController } from './operate-partners/operate-partners.controller.js';
import { ReadAuditController } from './operate-partners/read-audit.controller.js';
import { ReadAuditHandler } from './operate-partners/read-audit.handler.js';
import { ReceiveReportsController } from './operate-partners/receive-reports.controller.js';
import { ReceiveReportsHandler } from './operate-partners/receive-reports.handler.js';
import { SetPartnerStateHandler } from './operate-partners/set-partner-state.handler.js';
import { ConditionalReads } from './read-quotes/conditional-reads.js';
import { HeldReads } from './read-quotes/held-reads.js';
import { QuoteStreams } from './read-quotes/quote-streams.js';
import { ReadQuotesController } from './read-quotes/read-quotes.controller.js';
import { ReceiveAnswersController } from './receive-answers/receive-answers.controller.js';
import { ReceiveAnswersHandler } from './receive-answers/receive-answers.handler.js';
import { ReferenceDataController } from './reference-data/reference-data.controller.js';
import { RequestQuoteController } from './request-quote/request-quote.controller.js';
import { RequestQuoteHandler } from './request-quote/request-quote.handler.js';
import { WantedQuotesController } from './withdraw-consent/wanted-quotes.controller.js';
import { WantedQuotesHandler } from './withdraw-consent/wanted-quotes.handler.js';
import { WithdrawConsentController } from './withdraw-consent/withdraw-consent.controller.js';
import { WithdrawConsentHandler } from './withdraw-consent/withdraw-consent.handler.js';

/** What the controllers need. */
export interface Capabilities {
  readonly signer: CallSigner;
  readonly tokens: AccessTokens;
  readonly heldReads: HeldReads;
  readonly quoteStreams: QuoteStreams;
  readonly requestQuote: RequestQuoteHandler;
  readonly conditionalReads: ConditionalReads;
  readonly receiveAnswers: ReceiveAnswersHandler;
  readonly withdrawConsent: WithdrawConsentHandler;
  readonly wantedQuotes: WantedQuotesHandler;
  readonly receiveReports: ReceiveReportsHandler;
  readonly listPartners: ListPartnersHandler;
  readonly setPartnerState: SetPartnerStateHandler;
  readonly readAudit: ReadAuditHandler;
}

@Module({
  controllers: [
    RequestQuoteController,
    ReadQuotesController,
    ReceiveAnswersController,
    WithdrawConsentController,
    WantedQuotesController,
    ReferenceDataController,
    DescribeApiController,
    ReceiveReportsController,
    OperatePartnersController,
    ReadAuditController,
  ],
})
export class BusinessModule {
  static register(capabilities: Capabilities, readiness: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: BusinessModule,
      imports: [HealthModule.register(readiness)],
      providers: [
        { provide: CallSigner, useValue: capabilities.signer },
        { provide: AccessTokens, useValue: capabilities.tokens },
        { provide: HeldReads, useValue: capabilities.heldReads },
        { provide: QuoteStreams, useValue: capabilities.quoteStreams },
        { provide: RequestQuoteHandler, useValue: capabilities.requestQuote },
        { provide: ConditionalReads, useValue: capabilities.conditionalReads },
        { provide: ReceiveAnswersHandler, useValue: capabilities.receiveAnswers },
        { provide: WithdrawConsentHandler, useValue: capabilities.withdrawConsent },
        { provide: WantedQuotesHandler, useValue: capabilities.wantedQuotes },
        { provide: ReceiveReportsHandler, useValue: capabilities.receiveReports },
        { provide: ListPartnersHandler, useValue: capabilities.listPartners },
        { provide: SetPartnerStateHandler, useValue: capabilities.setPartnerState },
        { provide: ReadAuditHandler, useValue: capabilities.readAudit },
      ],
    };
  }
}
