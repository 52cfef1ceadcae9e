/** A limit on requests, per credential. */
export interface RateLimit {
  /** 0 when the request is admitted and counted; otherwise whole seconds until one would be, at least 1. */
  secondsUntilAdmitted(credential: string): number;
}

export const UNLIMITED: RateLimit = { secondsUntilAdmitted: () => 0 };

/** At most so many requests in any window that ends now. Refused requests do not count. */
export class SlidingWindow implements RateLimit {
  readonly #admitted = new Map<string, number[]>();

  constructor(
    private readonly requests: number,
    private readonly windowMs: number,
    private readonly now: () => Date,
  ) {}

  secondsUntilAdmitted(credential: string): number {
    const nowMs = this.now().getTime();
    const admitted = (this.#admitted.get(credential) ?? []).filter((atMs) => atMs + this.windowMs > nowMs);
    this.#admitted.set(credential, admitted);
    const [oldestMs] = admitted;
    if (oldestMs !== undefined && admitted.length >= this.requests)
      return Math.max(1, Math.ceil((oldestMs + this.windowMs - nowMs) / 1_000));
    admitted.push(nowMs);
    return 0;
  }
}
