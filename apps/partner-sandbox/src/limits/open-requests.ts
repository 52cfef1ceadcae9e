import type { PartnerCall } from '../wire/partner-call.js';

/** A limit on requests that are open at the same time, per credential. */
export interface ConcurrencyLimit {
  /** True when the call may go on; it then counts until its answer is out or its connection gone. */
  admits(credential: string, call: Pick<PartnerCall, 'onceOver'>): boolean;
}

export const ANY_NUMBER: ConcurrencyLimit = { admits: () => true };

/** At most so many at the same time. Refused ones do not count. */
export class OpenRequests implements ConcurrencyLimit {
  readonly #open = new Map<string, number>();

  constructor(private readonly most: number) {}

  admits(credential: string, call: Pick<PartnerCall, 'onceOver'>): boolean {
    if (this.#openOf(credential) >= this.most) return false;
    this.#open.set(credential, this.#openOf(credential) + 1);
    call.onceOver(() => this.#open.set(credential, this.#openOf(credential) - 1));
    return true;
  }

  #openOf(credential: string): number {
    return this.#open.get(credential) ?? 0;
  }
}
