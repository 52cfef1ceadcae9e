import { type CanonicalError, fullJitterMs } from '@app/domain';
import { deriveTopology } from '@app/partner-registry';
import { type MessageOutcome, reject, retryLater } from '@app/ports';
import { issuanceQueue } from '@app/product-lines';
import type { IssuanceOrder } from './issuance-order.js';

const BACKOFF = { baseMs: 2_000, capMs: 60_000 };
const LONGEST_CODE = 60;

/** Why a message is given up: short, and the same for the same cause, since dead letters are grouped by it. */
export const causeOf = ({ category, partnerCode }: CanonicalError): string =>
  partnerCode === null ? category : `${category} ${partnerCode.slice(0, LONGEST_CODE)}`;

/** Decides when a message comes back, and when it never does. */
export class Redelivery {
  private readonly receives: ReadonlyMap<string, number>;

  /** `random` gives numbers in [0, 1). */
  constructor(private readonly random: () => number) {
    this.receives = new Map(deriveTopology().queues.map(({ name, maxReceiveCount }) => [name, maxReceiveCount]));
  }

  /** With full jitter, later each time, and `notBeforeMs` from now at the soonest. */
  backOff(order: IssuanceOrder, cause: string, notBeforeMs = 0): MessageOutcome {
    return this.after(order, cause, notBeforeMs + fullJitterMs(BACKOFF, order.delivery.receiveCount, this.random));
  }

  /** In so many milliseconds. The redrive policy would move the last delivery away without a word. */
  after({ delivery, partner }: IssuanceOrder, cause: string, afterMs: number): MessageOutcome {
    const allowed = this.receives.get(issuanceQueue(partner.id)) ?? 1;
    return delivery.receiveCount < allowed ? retryLater(afterMs) : reject(cause);
  }
}
