import type {
  DocumentCall,
  IssuanceReply,
  IssuanceRequestedData,
  PartnerReply,
  QuoteRequestedData,
} from '@app/contracts';
import type { CanonicalError } from '@app/domain';

export interface PartnerCallOptions {
  /** After this nobody waits any more; the call ends itself by then. */
  readonly deadline: Date;
  /** What the partner may take for this call, in milliseconds; waiting for our own limits does not count. */
  readonly timeoutMs: number;
  readonly traceparent: string;
  /** Aborts when nobody needs the reply any more: the call ends as soon as it can, with any reply. */
  readonly signal?: AbortSignal;
}

export interface IssuanceCallOptions extends PartnerCallOptions {
  /** The attempt may have reached the partner before: it is asked what became of it first. */
  readonly inquireFirst: boolean;
}

/** A document, or why there is none now. */
export type DocumentReply =
  | { readonly outcome: 'FETCHED'; readonly contentType: string; readonly bytes: Uint8Array }
  | { readonly outcome: 'FAILED'; readonly error: CanonicalError };

/** A partner's integration service, as the reactive service sees it. */
export interface PartnerGateway {
  /**
   * One call. Never throws: a service that is down, too slow or talks nonsense is a `FAILED` reply with its category
   * (`UNAVAILABLE`, `TIMEOUT`, `PROTOCOL`).
   */
  quote(call: QuoteRequestedData, options: PartnerCallOptions): Promise<PartnerReply>;

  /**
   * One attempt at a policy, likewise. A service that was reached and gave no sound reply is `UNKNOWN`: nobody can say
   * whether its partner took it. One that was not reached is `FAILED`.
   */
  issue(call: IssuanceRequestedData, options: IssuanceCallOptions): Promise<IssuanceReply>;

  /** The bytes of a document, likewise. */
  document(call: DocumentCall, options: PartnerCallOptions): Promise<DocumentReply>;
}
