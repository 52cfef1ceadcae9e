import { ProblemException } from '@app/platform';
import type { Fault } from '@app/product-lines';
import { validationFailed } from '../json-body/checked-body.js';

export const KEY_REQUIRED = new ProblemException(
  400,
  'idempotency-key-required',
  'Send an Idempotency-Key: the same one when you repeat this, so that nothing is bought twice.',
);

/** Why nothing was accepted, each as its caller hears of it. */
const APPLY_REFUSALS = {
  NOT_FOUND: new ProblemException(404, 'not-found', 'There is nothing here.'),
  KEY_REUSED: new ProblemException(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key came with another body before. Take a new key for a new request.',
  ),
  OFFER_NOT_BINDABLE: new ProblemException(409, 'offer-not-bindable', 'This offer cannot be applied for.'),
  OFFER_EXPIRED: new ProblemException(409, 'offer-expired', 'This offer has ended, or ends too soon. Ask again.'),
  OFFER_ALREADY_APPLIED: new ProblemException(
    409,
    'offer-already-applied',
    'There is an application for this offer already.',
  ),
  PRICE_CHANGED: new ProblemException(
    409,
    'price-changed',
    'acceptedTotalMinor is not the price. Read it again, and ask the customer.',
  ),
  PAYMENT_MISMATCH: new ProblemException(
    422,
    'payment-mismatch',
    'Amount or currency of the payment are not what is due.',
  ),
  PAYMENT_NOT_CONFIRMED: new ProblemException(
    422,
    'payment-not-confirmed',
    'Nobody confirms that this payment was captured.',
  ),
  PAYMENT_ALREADY_USED: new ProblemException(
    409,
    'payment-already-used',
    'This payment reference has paid for an application already.',
  ),
  NOT_AWAITING_ACCEPTANCE: new ProblemException(409, 'not-awaiting-acceptance', 'There is no new price to accept.'),
} as const;

export type ApplyRefusal = keyof typeof APPLY_REFUSALS;

/** Either one thing that stands in the way, or everything that is wrong with what was sent. */
export function problemOf(refusal: ApplyRefusal | readonly Fault[]): ProblemException {
  return typeof refusal === 'string' ? APPLY_REFUSALS[refusal] : validationFailed(refusal);
}
