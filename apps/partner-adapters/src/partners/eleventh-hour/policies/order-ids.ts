import { v5 as uuidV5 } from 'uuid';
import { Recent } from '../jobs/recent.js';

const REMEMBERED = 10_000;

/** How far an order has come. */
interface Progress {
  /** Jobs that are of no use any more: forgotten, or given up by E. */
  readonly over: number;
  /** One of them may have brought a policy. */
  readonly isInDoubt: boolean;
}

const NOTHING_YET: Progress = { over: 0, isInDoubt: false };

/**
 * `X-Request-Id` of an order: its own key, and another one after each job that came to nothing. The row is the same for
 * whoever counts it, so that a job that still runs is found again; what is forgotten here is told by the jobs anew.
 */
export class OrderIds {
  private readonly orders = new Recent<Progress>(REMEMBERED);

  /** The id to submit under now, and whether an earlier job may have brought a policy. */
  now(key: string): { readonly requestId: string; readonly isInDoubt: boolean } {
    const { over, isInDoubt } = this.orders.get(key) ?? NOTHING_YET;
    return { requestId: over === 0 ? key : uuidV5(`job ${over}`, key), isInDoubt };
  }

  /** The job of this id is over, whoever else has found that out; `mayBePolicy` when it may have brought one. */
  giveUp(key: string, requestId: string, mayBePolicy: boolean): void {
    const { over, isInDoubt } = this.orders.get(key) ?? NOTHING_YET;
    const isPresent = this.now(key).requestId === requestId;
    this.orders.set(key, { over: isPresent ? over + 1 : over, isInDoubt: isInDoubt || mayBePolicy });
  }
}
