import { CallSigner, HealthModule } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { PARTNER_ID, QuoteController } from './quote.controller.js';
import { QuoteHandler } from './quote.handler.js';

export interface AdapterParts {
  readonly partnerId: string;
  readonly signer: CallSigner;
  readonly quoteHandler: QuoteHandler;
}

@Module({})
export class AdapterModule {
  static register({ partnerId, signer, quoteHandler }: AdapterParts): DynamicModule {
    return {
      module: AdapterModule,
      // A partner that is away is an answer of ours, not a reason to be restarted: nothing to wait for.
      imports: [HealthModule.register([])],
      controllers: [QuoteController],
      providers: [
        { provide: PARTNER_ID, useValue: partnerId },
        { provide: CallSigner, useValue: signer },
        { provide: QuoteHandler, useValue: quoteHandler },
      ],
    };
  }
}
