import { createHash, type KeyObject } from 'node:crypto';
import { type ApplicationBody, checkApplication, expectedPeriod } from '@app/contracts';
import { type Application, type Offer, ok, refused, startApplication } from '@app/domain';
import type { ApplicationContent, ApplicationStore, Clock, NewApplication, QuoteContent, QuoteStore } from '@app/ports';
import type { ApplicationDesk } from '../applications/application-desk.js';
import type { IssuanceRequestedEvents } from '../applications/issuance-requested-events.js';
import { canonicalJson } from '../request-quote/canonical-json.js';
import { applicationViewOf } from './application-views.js';
import { assetFaults, dueMinorOf, type FoundOffer, offerRefusal } from './offer-terms.js';
import type { OffersOfReader } from './offers-of-reader.js';
import { answerAgain, answerKnown, type CheckedPost, checkPost, type PaidPost, type PostResult } from './paid-posts.js';
import type { Payments } from './payments.js';

export interface ApplyParts {
  readonly offers: OffersOfReader;
  readonly quotes: Pick<QuoteStore, 'content'>;
  /** Keys of applications and of quote requests. */
  readonly keys: Pick<ApplicationStore, 'findKey'>;
  readonly desk: ApplicationDesk;
  readonly events: IssuanceRequestedEvents;
  readonly payments: Payments;
  readonly fingerprintKey: KeyObject;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  readonly newId: () => string;
}

const PATH = '/v1/applications';

const snapshotOf = (offer: Offer): string => createHash('sha256').update(canonicalJson(offer)).digest('hex');

/** The quote request as it was asked, with the consent that applying for an offer gives. */
function contentOf({ request, personal }: QuoteContent, { offerId: _, ...body }: ApplicationBody): ApplicationContent {
  const { acceptedTotalMinor: __, ...details } = body;
  const purposes = [...new Set([...request.consent.purposes, 'ISSUE' as const])];
  return { request: { ...request, consent: { ...request.consent, purposes } }, personal, details };
}

/** Takes a customer's choice of one offer and sends it to its partner. */
export class ApplyHandler {
  constructor(private readonly parts: ApplyParts) {}

  /** Throws 400 without a key, 503 when nobody can say whether it is paid. */
  async handle(post: PaidPost): Promise<PostResult> {
    const { clock, fingerprintKey, keys, offers, payments, quotes } = this.parts;
    const checked = checkPost(post, checkApplication, { path: PATH, fingerprintKey });
    if (!checked.ok) return checked;
    const { body, key } = checked.value;
    const known = await answerKnown(keys, post.client.id, key);
    if (known !== undefined) return known;
    const found = await offers.find(body.offerId, post);
    if (found === undefined) return refused('NOT_FOUND');
    const faults = assetFaults(body, found);
    if (faults.length > 0) return refused(faults);
    const refusal = offerRefusal(found, body, clock.now());
    if (refusal !== null) return refused(refusal);
    const asked = await quotes.content(found.progress.id);
    // Erased meanwhile: the consent was withdrawn.
    if (asked === undefined) return refused('OFFER_NOT_BINDABLE');
    if (!(await payments.isConfirmed(body.payment))) return refused('PAYMENT_NOT_CONFIRMED');
    return this.submit(found, contentOf(asked, body), checked.value, post);
  }

  private async submit(
    found: FoundOffer,
    content: ApplicationContent,
    { body, key }: CheckedPost<ApplicationBody>,
    { client, traceparent }: PaidPost,
  ): Promise<PostResult> {
    const { desk, events, payments } = this.parts;
    const application = this.start(found, content, client.id);
    const view = applicationViewOf(application);
    const submission: NewApplication = {
      ...{ application, content },
      paymentHash: payments.hashOf(body.payment),
      messages: [await events.write(application, content, traceparent)],
      idempotency: { ...key, response: view },
    };
    const submitted = await desk.submit(submission);
    if (submitted.outcome === 'ACCEPTED') return ok({ isReplayed: false, view });
    if (submitted.outcome === 'REPLAYED' || submitted.outcome === 'KEY_REUSED') return answerAgain(submitted);
    return refused(submitted.outcome);
  }

  private start({ progress, row, offer }: FoundOffer, { request }: ApplicationContent, clientId: string): Application {
    const { clock, newId } = this.parts;
    const { offerId, partnerQuoteRef, planCode, premium, validUntil } = offer;
    const facts = {
      ...{ id: newId(), clientId, quoteRequestId: progress.id, offerId, partner: row.partner },
      ...{
        productLine: progress.productLine,
        partnerQuoteRef,
        planCode,
        offerValidUntil: validUntil,
        offerSnapshot: snapshotOf(offer),
      },
      ...{ totalMinor: premium.totalMinor, dueMinor: dueMinorOf(offer), currency: premium.currency },
      expectedPeriod: expectedPeriod(request, offer),
    };
    return startApplication(facts, clock.now());
  }
}
