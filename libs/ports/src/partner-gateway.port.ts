import type { PartnerReply, QuoteRequestedData } from '@app/contracts';

export interface QuoteCallOptions {
  /** After this nobody waits any more; the call ends itself by then. */
  readonly deadline: Date;
  readonly traceparent: string;
}

/** A partner's integration service, as the reactive service sees it. */
export interface PartnerGateway {
  /**
   * One call. Never throws: a service that is down, too slow or talks nonsense is a `FAILED` reply with its category
   * (`UNAVAILABLE`, `TIMEOUT`, `PROTOCOL`).
   */
  quote(call: QuoteRequestedData, options: QuoteCallOptions): Promise<PartnerReply>;
}
