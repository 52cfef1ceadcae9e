import type { IssuanceReply } from '@app/contracts';
import type { CanonicalError, ErrorCategory } from '@app/domain';

type Without = 'REFUSED' | 'UNKNOWN' | 'FAILED';

/** What a failed try says of the policy, by category (canonical-model.md §7). */
const MEANING: Readonly<Record<ErrorCategory, Without>> = {
  VALIDATION: 'REFUSED',
  UNSUPPORTED: 'REFUSED',
  NOT_FOUND: 'REFUSED',
  QUOTE_EXPIRED: 'REFUSED',
  PRICE_CHANGED: 'REFUSED',
  PAYMENT_MISMATCH: 'REFUSED',
  DUPLICATE: 'REFUSED',
  UNDERWRITING: 'REFUSED',
  AUTHENTICATION: 'FAILED',
  AUTHORIZATION: 'REFUSED',
  RATE_LIMITED: 'FAILED',
  UNAVAILABLE: 'FAILED',
  CIRCUIT_OPEN: 'FAILED',
  TIMEOUT: 'UNKNOWN',
  PROTOCOL: 'UNKNOWN',
  PARTNER_INTERNAL: 'UNKNOWN',
};

/** A gateway that got no answer cannot say what was done behind it. */
const BLIND_GATEWAYS: ReadonlySet<number | undefined> = new Set([502, 504]);

function meaningOf({ category, httpStatus, partnerCode }: CanonicalError): Without {
  // The partner has understood us, and says that our key was used for something else (partners-errata.md 15). With a
  // server error beside it nobody knows what was done before.
  if (category === 'PROTOCOL' && partnerCode !== null && (httpStatus ?? 0) < 500) return 'REFUSED';
  if (category === 'UNAVAILABLE' && BLIND_GATEWAYS.has(httpStatus)) return 'UNKNOWN';
  return MEANING[category];
}

/** Refused all the same, but nobody can be asked to accept it: somebody has to look at it. */
const withoutPrice = (error: CanonicalError): CanonicalError => ({
  ...error,
  category: 'PROTOCOL',
  messageForOps: `${error.messageForOps} without the new total`,
});

/** The reply to a try that brought no policy. `newTotalMinor` counts with the category `PRICE_CHANGED` alone. */
export function withoutPolicy(error: CanonicalError, newTotalMinor?: number): IssuanceReply {
  if (error.category !== 'PRICE_CHANGED') return { outcome: meaningOf(error), error };
  return newTotalMinor === undefined
    ? { outcome: 'REFUSED', error: withoutPrice(error) }
    : { outcome: 'REFUSED', error, newTotalMinor };
}

/** The reply to an inquiry that brought no answer: a refusal of the question says nothing of the policy. */
export function unsaid(error: CanonicalError): IssuanceReply {
  const isUnheard = meaningOf(error) === 'FAILED' || error.category === 'AUTHORIZATION';
  return { outcome: isUnheard ? 'FAILED' : 'UNKNOWN', error };
}
