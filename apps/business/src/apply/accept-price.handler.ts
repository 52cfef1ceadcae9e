import type { KeyObject } from 'node:crypto';
import { type AcceptanceBody, checkAcceptance } from '@app/contracts';
import { type Application, acceptPrice, ok, type PriceAcceptance, refused } from '@app/domain';
import type { ApplicationContent, ApplicationStore, Clock } from '@app/ports';
import type { OwnReads } from '../access/own-reads.js';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { applicationPath, applicationViewOf } from './application-views.js';
import { answerKnown, type CheckedPost, checkPost, type PaidPost, type PostResult } from './paid-posts.js';
import type { Payments } from './payments.js';

export interface AcceptPriceParts {
  readonly readers: OwnReads<Application>;
  readonly store: Pick<ApplicationStore, 'content'>;
  /** Keys of applications and of quote requests. */
  readonly keys: Pick<ApplicationStore, 'findKey'>;
  readonly desk: ApplicationDesk;
  readonly payments: Payments;
  readonly fingerprintKey: KeyObject;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
}

/** An acceptance that was checked, with what is kept of it. */
interface Acceptance extends CheckedPost<AcceptanceBody> {
  readonly id: string;
  /** Of the application: whoever accepts for its client has its keys. */
  readonly clientId: string;
  readonly price: PriceAcceptance;
}

const priceOf = ({ acceptedTotalMinor, payment }: AcceptanceBody): PriceAcceptance => ({
  acceptedTotalMinor,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
});

/** Takes a customer's word that a new price is fine, paid already. */
export class AcceptPriceHandler {
  constructor(private readonly parts: AcceptPriceParts) {}

  /** Throws 400 without a key, 404 for an application that is not the caller's, 503 when nobody can say if it is paid. */
  async handle(id: string, post: PaidPost): Promise<PostResult> {
    const { clock, fingerprintKey, keys, payments, readers } = this.parts;
    const path = `${applicationPath(id)}/acceptances`;
    const checked = checkPost(post, checkAcceptance, { path, fingerprintKey });
    if (!checked.ok) return checked;
    const { body, key } = checked.value;
    const current = await readers.read({ ...post, id });
    const { clientId } = current;
    const known = await answerKnown(keys, clientId, key);
    if (known !== undefined) return known;
    const price = priceOf(body);
    // Before anybody is asked about the payment; it is decided again once that is known.
    const tried = acceptPrice(current, price, clock.now());
    // Another post with this key may have been kept since it was looked for.
    if (!tried.ok) return (await answerKnown(keys, clientId, key)) ?? tried;
    if (!(await payments.isConfirmed(body.payment))) return refused('PAYMENT_NOT_CONFIRMED');
    return this.accept({ ...checked.value, id, clientId, price });
  }

  private async accept(acceptance: Acceptance): Promise<PostResult> {
    const { desk, keys } = this.parts;
    const { clientId, id, key, price } = acceptance;
    const content = await this.contentOf(acceptance);
    for (;;) {
      const decided = await desk.pay(
        id,
        (application, { now }) => acceptPrice(application, price, now),
        (after) => this.paymentOf(acceptance, content, after),
      );
      if (decided === undefined) return refused('NOT_FOUND');
      if (decided.ok) return ok({ isReplayed: false, view: applicationViewOf(decided.value) });
      // Whatever stands in the way may be the first post with this key.
      const known = await answerKnown(keys, clientId, key);
      if (known !== undefined) return known;
      const { error } = decided;
      if (error !== 'CHANGED_MEANWHILE') return refused(error);
    }
  }

  private async contentOf({ id, body }: Acceptance): Promise<ApplicationContent> {
    const content = await this.parts.store.content(id);
    if (content === undefined) throw new Error(`What application ${id} asks for is gone`);
    return { ...content, details: { ...content.details, payment: body.payment } };
  }

  private paymentOf({ body, key }: Acceptance, content: ApplicationContent, after: Application) {
    const hash = this.parts.payments.hashOf(body.payment);
    return { hash, content, idempotency: { ...key, response: applicationViewOf(after) } };
  }
}
