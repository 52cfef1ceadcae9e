import type { PartnerReply, QuoteRequestedData } from '@app/contracts';

export interface QuoteCallOptions {
  /** After this nobody waits any more; the call ends itself by then. */
  readonly deadline: Date;
  /** What the partner may take for this call, in milliseconds; waiting for our own limits does not count. */
  readonly timeoutMs: number;
  readonly traceparent: string;
  /** Aborts when nobody needs the reply any more: the call ends as soon as it can, with any reply. */
  readonly signal?: AbortSignal;
}

/** A partner's integration service, as the reactive service sees it. */
export interface PartnerGateway {
  /**
   * One call. Never throws: a service that is down, too slow or talks nonsense is a `FAILED` reply with its category
   * (`UNAVAILABLE`, `TIMEOUT`, `PROTOCOL`).
   */
  quote(call: QuoteRequestedData, options: QuoteCallOptions): Promise<PartnerReply>;
}
