import type { ClaimedPayment, PaymentVerifier } from '@app/ports';

const CONFIRMED = 'PAY-';

/** Takes no money: confirms every payment whose reference begins with `PAY-`. */
export class DevelopmentPaymentVerifier implements PaymentVerifier {
  async isCaptured({ reference }: ClaimedPayment): Promise<boolean> {
    return reference.startsWith(CONFIRMED);
  }
}
