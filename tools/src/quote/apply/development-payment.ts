import { randomUUID } from 'node:crypto';
import type { AcceptanceBody } from '@app/contracts';

/** As long as the reference of a payment may be. */
const LONGEST = 30;

/** A payment that moves no money: stacks for development take every new reference that begins like this for paid. */
export const developmentPayment = (amountMinor: number, now: Date): AcceptanceBody['payment'] => ({
  reference: `PAY-${randomUUID().replaceAll('-', '')}`.slice(0, LONGEST),
  method: 'UPI',
  amountMinor,
  currency: 'INR',
  capturedAt: now.toISOString(),
});
