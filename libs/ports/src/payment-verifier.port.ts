/** What a customer says to have paid. */
export interface ClaimedPayment {
  readonly reference: string;
  readonly method: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly capturedAt: string;
}

/** Whoever takes the money. */
export interface PaymentVerifier {
  /** Whether this payment was captured, with this amount. Rejects when nobody can say. */
  isCaptured(payment: ClaimedPayment): Promise<boolean>;
}
