import type { ApplicationDetails, CanonicalRequest, DocumentCall, IssuanceReply } from '@app/contracts';
import type { CanonicalError, Result } from '@app/domain';

/** A policy that is to be issued, its sealed fields opened. */
export interface PolicyOrder {
  readonly applicationId: string;
  /** UUID: the partner's idempotency key, the same over all retries at one accepted price. */
  readonly key: string;
  readonly partnerQuoteRef: string;
  readonly planCode: string;
  /** For the whole first year; what is paid of it now is `details.payment.amountMinor`. */
  readonly acceptedTotalMinor: number;
  readonly request: CanonicalRequest;
  readonly details: ApplicationDetails;
}

/** The partner says that there is no policy of this quote, and that none is being made. */
export interface NotIssued {
  readonly outcome: 'NOT_ISSUED';
}

export interface DocumentBytes {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * How one partner issues policies. No method rejects for what the partner did, and each ends when its signal does. A
 * try is made once: whoever calls repeats it, and asks in between.
 */
export interface PartnerPolicies {
  /** One try. The same order is always sent as the same bytes under the same key. */
  issue(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply>;

  /**
   * What became of earlier tries, asked by the quote. Without it the repeat of a try is the inquiry. `FAILED` and
   * `UNKNOWN`: the partner did not say.
   */
  inquire?(order: PolicyOrder, signal: AbortSignal): Promise<IssuanceReply | NotIssued>;

  /** A document that a reply has announced. */
  fetchDocument(call: DocumentCall, signal: AbortSignal): Promise<Result<DocumentBytes, CanonicalError>>;
}
