/**
 * A right that at most one holder has at a time, by the store's clock. Rejects with `StoreUnavailableError` when it
 * cannot be reached.
 */
export interface Leases {
  /**
   * Whether `holder` has it for the next `forMs` milliseconds: nobody else has until then. Asking again renews it; the
   * lease of a killed holder ends by itself.
   */
  lease(holder: string, forMs: number): Promise<boolean>;

  /** Ends a lease of this holder; of anybody else's, nothing. */
  release(holder: string): Promise<void>;
}
