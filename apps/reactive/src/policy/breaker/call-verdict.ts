import type { IssuanceReply, PartnerReply } from '@app/contracts';
import { type CanonicalError, type ErrorCategory, QUOTE_ERROR_POLICY } from '@app/domain';

/** What the end of a call says of the partner's health. */
export type CallVerdict = 'WELL' | 'ILL' | 'SAYS_NOTHING';

/** Refusals for want of capacity, the partner's or our own. */
const OF_CAPACITY: ReadonlySet<ErrorCategory> = new Set(['RATE_LIMITED', 'CIRCUIT_OPEN']);
/** A partner that had less than this share of its timeout may be as quick as ever. */
const FAIR_SHARE = 1 / 4;

/** The integration service found this out by itself. */
const isOurs = ({ partnerCode, httpStatus }: CanonicalError): boolean =>
  partnerCode === null && httpStatus === undefined;

const isOursAlone = ({ offers, declines }: Extract<PartnerReply, { outcome: 'ANSWERED' }>): boolean =>
  offers.length === 0 && declines.length > 0 && declines.every(({ source }) => source === 'PLATFORM');

/**
 * Declines, questions that it cannot price and even a refused login are answers of a partner that is well; what the
 * integration service knew without it says nothing. `gaveMs` is what the deadline had left for the call, `timeoutMs`
 * what the partner may take.
 */
export function verdictOn(reply: PartnerReply, gaveMs: number, timeoutMs: number): CallVerdict {
  if (reply.outcome === 'FAILED') return verdictOnFailure(reply.error, gaveMs, timeoutMs);
  return isOursAlone(reply) ? 'SAYS_NOTHING' : 'WELL';
}

/** Likewise; a partner that says no has answered, and one of which nobody knows what it did has not. */
export function verdictOnIssuance(reply: IssuanceReply, gaveMs: number, timeoutMs: number): CallVerdict {
  if (reply.outcome === 'ISSUED' || reply.outcome === 'PENDING') return 'WELL';
  if (reply.outcome === 'REFUSED') return isOurs(reply.error) ? 'SAYS_NOTHING' : 'WELL';
  return verdictOnFailure(reply.error, gaveMs, timeoutMs);
}

function verdictOnFailure(error: CanonicalError, gaveMs: number, timeoutMs: number): CallVerdict {
  const { category } = error;
  if (OF_CAPACITY.has(category)) return 'SAYS_NOTHING';
  if (category === 'TIMEOUT' && gaveMs < timeoutMs * FAIR_SHARE) return 'SAYS_NOTHING';
  if (QUOTE_ERROR_POLICY[category].tripsBreaker) return 'ILL';
  return isOurs(error) ? 'SAYS_NOTHING' : 'WELL';
}
