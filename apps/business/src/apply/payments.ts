import { createHmac, type KeyObject } from 'node:crypto';
import { type Logger, ProblemException } from '@app/platform';
import type { ClaimedPayment, Clock, PaymentVerifier } from '@app/ports';

const NOBODY_CAN_SAY = new ProblemException(
  503,
  'not-ready',
  'Nobody can say right now whether this payment was captured; nothing is stored. Repeat this in a moment.',
  { headers: { 'retry-after': '5' } },
);

const ANSWER_WITHIN_MS = 10_000;

export interface PaymentsParts {
  readonly verifier: PaymentVerifier;
  readonly key: KeyObject;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What customers say to have paid. */
export class Payments {
  constructor(private readonly parts: PaymentsParts) {}

  /** Whether a payment was captured. Throws 503 when nobody can say, or does not in time. */
  async isConfirmed(payment: ClaimedPayment): Promise<boolean> {
    const answered = new AbortController();
    try {
      return await Promise.race([this.parts.verifier.isCaptured(payment), this.tooLate(answered.signal)]);
    } catch (error) {
      this.parts.logger.warn({ err: error }, 'nobody can say whether a payment was captured');
      throw NOBODY_CAN_SAY;
    } finally {
      answered.abort('answered');
    }
  }

  /** The same for the same reference, always; it does not tell the reference. */
  hashOf({ reference }: Pick<ClaimedPayment, 'reference'>): string {
    return createHmac('sha256', this.parts.key).update('payment\n').update(reference).digest('base64url');
  }

  private async tooLate(answered: AbortSignal): Promise<never> {
    await this.parts.clock.sleep(ANSWER_WITHIN_MS, answered);
    throw new Error(`no answer within ${ANSWER_WITHIN_MS} ms`);
  }
}
