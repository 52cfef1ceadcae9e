import type { QuoteProgress } from '@app/domain';
import { notFound } from '@app/platform';
import type { QuoteStore } from '@app/ports';
import type { OwnReads } from '../access/own-reads.js';
import type { Reader } from '../access/reader.js';

/** Ends what a customer had agreed to. Whoever may read a quote request may withdraw its consent, as often as they like. */
export class WithdrawConsentHandler {
  constructor(
    private readonly readers: OwnReads<QuoteProgress>,
    private readonly store: Pick<QuoteStore, 'withdrawConsent'>,
  ) {}

  /** Throws 404 for what is not the caller's. Once it resolves, the withdrawal is stored and announced. */
  async handle(reader: Reader): Promise<void> {
    await this.readers.read(reader);
    if ((await this.store.withdrawConsent(reader.id)) === undefined) throw notFound();
  }
}
