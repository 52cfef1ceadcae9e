import type { Application } from '@app/domain';
import { CallSigner, HealthModule, type ReadinessCheck } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessTokens } from './access/access-tokens.js';
import { ApplicationDesk } from './applications/application-desk.js';
import { AcceptPriceHandler } from './apply/accept-price.handler.js';
import { ApplyController } from './apply/apply.controller.js';
import { ApplyHandler } from './apply/apply.handler.js';
import { ConditionalApplications } from './apply/conditional-applications.js';
import { ReadApplicationsController } from './apply/read-applications.controller.js';
import { ReadDocumentHandler } from './apply/read-document.handler.js';
import { DescribeApiController } from './describe-api/describe-api.controller.js';
import { KeepDocumentController } from './issue-policies/keep-document.controller.js';
import { KeepDocumentHandler } from './issue-policies/keep-document.handler.js';
import { ReceiveResultsController } from './issue-policies/receive-results.controller.js';
import { ReceiveResultsHandler } from './issue-policies/receive-results.handler.js';
import { WantedAttemptsController } from './issue-policies/wanted-attempts.controller.js';
import { ListApplicationsHandler } from './operate-applications/list-applications.handler.js';
import { OperateApplicationsController } from './operate-applications/operate-applications.controller.js';
import { ResolveApplicationHandler } from './operate-applications/resolve-application.handler.js';
import { ListPartnersHandler } from './operate-partners/list-partners.handler.js';
import { OperatePartnersController } from './operate-partners/operate-partners.controller.js';
import { ReadAuditController } from './operate-partners/read-audit.controller.js';
import { ReadAuditHandler } from './operate-partners/read-audit.handler.js';
import { ReceiveReportsController } from './operate-partners/receive-reports.controller.js';
import { ReceiveReportsHandler } from './operate-partners/receive-reports.handler.js';
import { SetPartnerStateHandler } from './operate-partners/set-partner-state.handler.js';
import { ConditionalQuotes } from './read-quotes/conditional-quotes.js';
import { HeldQuotes } from './read-quotes/held-quotes.js';
import { QuoteStreams } from './read-quotes/quote-streams.js';
import { ReadQuotesController } from './read-quotes/read-quotes.controller.js';
import { ReceiveAnswersController } from './receive-answers/receive-answers.controller.js';
import { ReceiveAnswersHandler } from './receive-answers/receive-answers.handler.js';
import { ReferenceDataController } from './reference-data/reference-data.controller.js';
import { DeadLettersController } from './replay-dead-letters/dead-letters.controller.js';
import { DiscardDeadLetterHandler } from './replay-dead-letters/discard-dead-letter.handler.js';
import { ListDeadLettersHandler } from './replay-dead-letters/list-dead-letters.handler.js';
import { ListQueuesHandler } from './replay-dead-letters/list-queues.handler.js';
import { QueuesController } from './replay-dead-letters/queues.controller.js';
import { ReplayDeadLettersHandler } from './replay-dead-letters/replay-dead-letters.handler.js';
import { RequestQuoteController } from './request-quote/request-quote.controller.js';
import { RequestQuoteHandler } from './request-quote/request-quote.handler.js';
import type { HeldReads } from './watch/held-reads.js';
import { WantedQuotesController } from './withdraw-consent/wanted-quotes.controller.js';
import { WantedQuotesHandler } from './withdraw-consent/wanted-quotes.handler.js';
import { WithdrawConsentController } from './withdraw-consent/withdraw-consent.controller.js';
import { WithdrawConsentHandler } from './withdraw-consent/withdraw-consent.handler.js';

/** What the controllers need. */
export interface Capabilities {
  readonly signer: CallSigner;
  readonly tokens: AccessTokens;
  readonly heldReads: HeldQuotes;
  readonly quoteStreams: QuoteStreams;
  readonly requestQuote: RequestQuoteHandler;
  readonly conditionalReads: ConditionalQuotes;
  readonly receiveAnswers: ReceiveAnswersHandler;
  readonly withdrawConsent: WithdrawConsentHandler;
  readonly wantedQuotes: WantedQuotesHandler;
  readonly apply: ApplyHandler;
  readonly acceptPrice: AcceptPriceHandler;
  readonly heldApplications: HeldReads<Application>;
  readonly conditionalApplications: ConditionalApplications;
  readonly readDocument: ReadDocumentHandler;
  readonly receiveReports: ReceiveReportsHandler;
  readonly listPartners: ListPartnersHandler;
  readonly setPartnerState: SetPartnerStateHandler;
  readonly readAudit: ReadAuditHandler;
  readonly desk: ApplicationDesk;
  readonly receiveResults: ReceiveResultsHandler;
  readonly keepDocument: KeepDocumentHandler;
  readonly listApplications: ListApplicationsHandler;
  readonly resolveApplication: ResolveApplicationHandler;
  readonly listDeadLetters: ListDeadLettersHandler;
  readonly replayDeadLetters: ReplayDeadLettersHandler;
  readonly discardDeadLetter: DiscardDeadLetterHandler;
  readonly listQueues: ListQueuesHandler;
}

@Module({
  controllers: [
    RequestQuoteController,
    ReadQuotesController,
    ReceiveAnswersController,
    WithdrawConsentController,
    WantedQuotesController,
    ApplyController,
    ReadApplicationsController,
    ReceiveResultsController,
    KeepDocumentController,
    WantedAttemptsController,
    OperateApplicationsController,
    ReferenceDataController,
    DescribeApiController,
    ReceiveReportsController,
    OperatePartnersController,
    ReadAuditController,
    DeadLettersController,
    QueuesController,
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
        { provide: HeldQuotes, useValue: capabilities.heldReads },
        { provide: QuoteStreams, useValue: capabilities.quoteStreams },
        { provide: RequestQuoteHandler, useValue: capabilities.requestQuote },
        { provide: ConditionalQuotes, useValue: capabilities.conditionalReads },
        { provide: ReceiveAnswersHandler, useValue: capabilities.receiveAnswers },
        { provide: WithdrawConsentHandler, useValue: capabilities.withdrawConsent },
        { provide: WantedQuotesHandler, useValue: capabilities.wantedQuotes },
        { provide: ApplyHandler, useValue: capabilities.apply },
        { provide: AcceptPriceHandler, useValue: capabilities.acceptPrice },
        { provide: ConditionalApplications, useValue: capabilities.conditionalApplications },
        { provide: ReadDocumentHandler, useValue: capabilities.readDocument },
        { provide: ApplicationDesk, useValue: capabilities.desk },
        { provide: ReceiveResultsHandler, useValue: capabilities.receiveResults },
        { provide: KeepDocumentHandler, useValue: capabilities.keepDocument },
        { provide: ListApplicationsHandler, useValue: capabilities.listApplications },
        { provide: ResolveApplicationHandler, useValue: capabilities.resolveApplication },
        { provide: ReceiveReportsHandler, useValue: capabilities.receiveReports },
        { provide: ListPartnersHandler, useValue: capabilities.listPartners },
        { provide: SetPartnerStateHandler, useValue: capabilities.setPartnerState },
        { provide: ReadAuditHandler, useValue: capabilities.readAudit },
        { provide: ListDeadLettersHandler, useValue: capabilities.listDeadLetters },
        { provide: ReplayDeadLettersHandler, useValue: capabilities.replayDeadLetters },
        { provide: DiscardDeadLetterHandler, useValue: capabilities.discardDeadLetter },
        { provide: ListQueuesHandler, useValue: capabilities.listQueues },
      ],
    };
  }
}
