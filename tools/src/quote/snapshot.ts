import type { QuoteResult } from '@app/contracts';

/** A quote request as the customer sees it at one moment. Times are milliseconds since the request was sent. */
export interface Snapshot {
  readonly result: QuoteResult;
  readonly elapsedMs: number;
  /** When each partner's answer was first seen, by partner. */
  readonly answeredAfterMs: ReadonlyMap<string, number>;
}
