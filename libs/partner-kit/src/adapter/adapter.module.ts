import { CallSigner, HealthModule } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentController } from '../issuance/document.controller.js';
import { DocumentHandler } from '../issuance/document.handler.js';
import { IssuanceController } from '../issuance/issuance.controller.js';
import { IssuanceHandler } from '../issuance/issuance.handler.js';
import { PARTNER_ID } from './partner-id.js';
import { QuoteController } from './quote.controller.js';
import { QuoteHandler } from './quote.handler.js';

export interface AdapterParts {
  readonly partnerId: string;
  readonly signer: CallSigner;
  readonly quoteHandler: QuoteHandler;
  readonly issuanceHandler: IssuanceHandler;
  readonly documentHandler: DocumentHandler;
}

@Module({})
export class AdapterModule {
  static register({ partnerId, signer, quoteHandler, issuanceHandler, documentHandler }: AdapterParts): DynamicModule {
    return {
      module: AdapterModule,
      // A partner that is away is an answer of ours, not a reason to be restarted: nothing to wait for.
      imports: [HealthModule.register([])],
      controllers: [QuoteController, IssuanceController, DocumentController],
      providers: [
        { provide: PARTNER_ID, useValue: partnerId },
        { provide: CallSigner, useValue: signer },
        { provide: QuoteHandler, useValue: quoteHandler },
        { provide: IssuanceHandler, useValue: issuanceHandler },
        { provide: DocumentHandler, useValue: documentHandler },
      ],
    };
  }
}
