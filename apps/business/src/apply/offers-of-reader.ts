import type { QuoteStore } from '@app/ports';
import type { AccessTokens } from '../access/access-tokens.js';
import { mayRead } from '../access/may-read.js';
import type { Reader } from '../access/reader.js';
import { type FoundOffer, offerIn } from './offer-terms.js';

/** Finds offers for whoever may read the quote requests that they were made for. */
export class OffersOfReader {
  constructor(
    private readonly quotes: Pick<QuoteStore, 'withOffer'>,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * The newest offer of this id that is the caller's; `token` is the capability of its quote request. Undefined for one
   * that is unknown, or somebody else's.
   */
  async find(offerId: string, { client, token }: Omit<Reader, 'id'>): Promise<FoundOffer | undefined> {
    const asked = await this.quotes.withOffer(offerId);
    const own = asked.find((progress) => mayRead(progress, client, token, this.tokens));
    return own && offerIn(own, offerId);
  }
}
